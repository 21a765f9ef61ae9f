import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { makeLibrary } from '../site/src/language/library.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = at('../site/static/language');
const chinese = createRequire(at('../site/package.json')).resolve(
  'typescript/lib/zh-cn/diagnosticMessages.generated.json',
);

/** Makes the page's types and completion: a worker with TypeScript in it, and what it reads. Named by content, to be kept for good. */
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const worker = await build({
  entryPoints: [at('../site/src/language/worker.ts')],
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  target: 'es2022',
  // TypeScript asks for these only where it finds itself in Node.
  external: ['fs', 'path', 'os', 'inspector', 'perf_hooks', 'source-map-support', 'crypto', 'module'],
  legalComments: 'eof',
  logLevel: 'warning',
});
const files = {
  worker: keep('worker', 'js', worker.outputFiles[0]?.text ?? ''),
  library: keep('library', 'json', JSON.stringify(makeLibrary())),
  messages: { 'zh-Hans': keep('messages-zh-Hans', 'json', readFileSync(chinese, 'utf8')) },
};
writeFileSync(
  at('../site/src/language/files.generated.ts'),
  `/** What is in \`static/language\`. Made by scripts/build-language.ts. */\nexport const languageFiles = ${JSON.stringify(files)};\n`,
);

function keep(name: string, kind: string, text: string): string {
  const file = `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${kind}`;
  writeFileSync(`${folder}/${file}`, text);
  return file;
}
