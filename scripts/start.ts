import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { serve } from './serve.ts';

const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
const words = chinese
  ? {
      building: '正在构建站点（English、简体中文）',
      ready: '站点已就绪',
      stop: '按 Ctrl+C 停止',
      failed: '构建失败',
    }
  : {
      building: 'Building the site (English, 简体中文)',
      ready: 'The site is ready',
      stop: 'Ctrl+C stops it',
      failed: 'The build failed',
    };

const { values } = parseArgs({
  options: { base: { type: 'string', default: '/' }, port: { type: 'string', default: '3000' } },
});

await build(values.base);
const { url } = await serve({ dir: 'build', base: values.base, port: Number(values.port) });
process.stdout.write(`\n${words.ready}: ${url}\n${' '.repeat(4)}${url}zh-Hans/\n${words.stop}\n`);

/** Builds both locales; what the build prints is shown only if it fails. */
async function build(base: string): Promise<void> {
  const began = Date.now();
  const child = spawn(process.execPath, ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'], {
    env: { ...process.env, BASE_URL: base },
  });
  let printed = '';
  child.stdout.on('data', (text) => (printed += text));
  child.stderr.on('data', (text) => (printed += text));
  const progress = () =>
    process.stdout.write(`\r${words.building} ${Math.round((Date.now() - began) / 1000)} s`);
  progress();
  const ticking = setInterval(progress, process.stdout.isTTY ? 1000 : 10_000);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(ticking);
  progress();
  if (code === 0) return;
  process.stderr.write(`\n${words.failed}\n${printed}`);
  process.exit(1);
}
