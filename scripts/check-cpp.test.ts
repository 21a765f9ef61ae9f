import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { checkCpp } from './check-cpp.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const folders: string[] = [];

function lessons(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'check-cpp-'));
  folders.push(root);
  mkdirSync(join(root, 'lessons/cpp'), { recursive: true });
  symlinkSync(join(project, 'lessons/cpp/include'), join(root, 'lessons/cpp/include'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, 'lessons/cpp', file), text);
  return root;
}

afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

test('the C++ of the lessons compiles', () => {
  expect(checkCpp(project)).toMatchObject({ status: 0 });
});

test('a call that IOKit does not have is found, with its file and line', () => {
  const root = lessons({
    'wrong.cpp':
      '#include <IOKit/IOWorkLoop.h>\nvoid f(IOWorkLoop *loop) {\n  loop->runActoin(nullptr, nullptr);\n}\n',
  });
  const { status, report } = checkCpp(root);
  expect(status).toBe(1);
  expect(report).toContain('lessons/cpp/wrong.cpp:3');
});

test('a warning is an error', () => {
  expect(checkCpp(lessons({ 'unused.cpp': 'void f() { int unused; }\n' }))).toMatchObject({ status: 1 });
});

test('a missing compiler is said, and fails only in CI', () => {
  const root = lessons({ 'fine.cpp': 'void f();\n' });
  const report = 'C++ not checked: no compiler (looked for no-such-compiler)';
  expect(checkCpp(root, { CXX: 'no-such-compiler' })).toEqual({ status: 0, report });
  expect(checkCpp(root, { CXX: 'no-such-compiler', CI: 'true' })).toEqual({ status: 1, report });
});

test('no file to check is a failure, not a success', () => {
  expect(checkCpp(lessons({}))).toMatchObject({ status: 1 });
});
