import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { course, EN, lesson, lessonFindings, ZH } from './fixture.ts';

const en = `# Whose thread? {/* #whose-thread */}

Who runs it? Ask the *work loop*; then see [the gate](/lessons/gate/) and \`inGate()\`.

<Playground exercise="09a" title="Whose thread is it?" />

- one
- two

:::tip[Remember]

The gate is one lock.

:::

| a | b |
|---|---|
| c | d |

## The gate {/* #the-gate */}

\`\`\`cpp file=cpp/gate.cpp region=take
\`\`\`

\`\`\`ts title="gate.ts"
const name = 'gate'; // the lock
\`\`\`
`;

const zh = `# 谁的线程？{/* #whose-thread */}

它由谁来执行？问问工作环（work loop），再看[门锁](/zh-Hans/lessons/gate/)（gate）和 \`inGate()\`。

<Playground exercise="09a" title="它在谁的线程上？" />

- 一
- 二

:::tip[记住]

门锁只有一把。

:::

| 甲 | 乙 |
|---|---|
| 丙 | 丁 |

## 门锁 {/* #the-gate */}

\`\`\`cpp file=cpp/gate.cpp region=take
\`\`\`

\`\`\`ts title="门锁.ts"
const name = '门锁'; // 这把锁
\`\`\`
`;

const more = {
  'lessons/cpp/gate.cpp': '// #region take\n// en: Take it.\n// zh: 拿到它。\nlock();\n// #endregion\n',
  'exercises/one/09a/statement.en.md': '# Whose thread\n\nMake it right.\n',
  'exercises/one/09a/statement.zh-Hans.md': '# 谁的线程\n\n把它改对。\n',
  'exercises/one/09a/exercise.json': '{ "title": { "en": "Whose thread", "zh-Hans": "谁的线程" } }',
};

test('two languages in step have no findings', async () => {
  const made = lesson(en, zh, more);
  made.update('exercises/one/09a/statement.en.md');
  expect(await made.findings()).toEqual([]);
});

test('a course without a glossary is told so', async () => {
  const made = course({});
  expect(await made.findings()).toEqual([]);
  rmSync(join(made.root, 'i18n/glossary.json'));
  expect(await made.findings()).toEqual(['i18n/glossary.json:1 glossary: the file is missing']);
});

test('the command says what is wrong and what to do, and fails', () => {
  const made = course({ [EN]: 'Only English.\n' });
  const index = fileURLToPath(new URL('index.ts', import.meta.url));
  const run = (...more: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, ['--import', 'tsx', index, '--root', made.root, ...more], {
      encoding: 'utf8',
    });
  expect(run()).toMatchObject({
    status: 1,
    stdout: `${EN}:1: [pairing] there is no Chinese version\n    Write ${ZH}\n1 findings\n`,
  });
  made.write(EN, '---\ntitle: One\n---\nOne.\n');
  made.write(ZH, '---\ntitle: 一\n---\n一。\n');
  expect(run('--update', ZH)).toMatchObject({ status: 0, stdout: 'Both languages are in step.\n' });
});

test('a page that is no valid MDX is a finding with its line', async () => {
  const made = lesson('Fine.\n', '好。\n');
  made.write(ZH, `${made.read(ZH)}\n<Open>\n`);
  const [finding, ...others] = await made.findings();
  expect(others).toEqual([]);
  expect(finding).toMatch(new RegExp(`^${ZH}:\\d+ syntax: .*<Open>`));
});

test('every finding is in the order of files and lines', async () => {
  const found = await lessonFindings('A.\n\nB.\n', '您好。\n\n您,\n');
  expect(found.map((one) => one.split(' ')[0])).toEqual(['zh:5', 'zh:7', 'zh:7']);
});

test('the English side is checked for missing code too', async () => {
  const found = await lessonFindings(
    '```cpp file=cpp/a.cpp region=x\n```\n',
    '```cpp file=cpp/a.cpp region=x\n```\n',
  );
  expect(found).toEqual(['zh:5 code: no file lessons/cpp/a.cpp', 'en:5 code: no file lessons/cpp/a.cpp']);
});
