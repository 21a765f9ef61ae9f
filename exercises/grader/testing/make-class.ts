import { spawnSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hostile } from './hostile.ts';

const sample = join(import.meta.dirname, '../../sample-class/submissions');

/** Names that do something to a shell, a terminal, a spreadsheet, a page or a program that trusts them. */
export const hostileNames = [
  '=cmd()',
  '@SUM(1)',
  '-n',
  'a,b"c',
  'new\nline',
  '<img src=x onerror=alert(1)>',
  '\u001B[31mred',
  '\u202Eevil',
  '__proto__',
  'CON',
  'Ada',
  'ada',
  'Zoe\u0308',
  'Zo\u00EB',
  '王小明',
  'x'.repeat(200),
];

/** One whom the terminal is told about. */
export const emptyAndHostile = '\u001B[2J\u001B]0;title\u0007\r\u202Egone';

/** Puts the whole class into a folder: the sample submissions, the hostile ones, and what no repository can hold. */
export function makeClass(folder: string): void {
  cpSync(sample, folder, { recursive: true });
  for (const { student, exercise, files } of hostile) {
    const root = join(folder, student);
    write(root, 'submission.json', JSON.stringify({ exercise }));
    for (const [path, text] of Object.entries(files)) write(root, path, text);
  }
  const right = join(sample, 'right-02a');
  for (const name of hostileNames) cpSync(right, join(folder, name), { recursive: true });
  // Linux takes any bytes for a name; other systems do not let it be made.
  if (process.platform === 'linux')
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x61, 0xff])]));

  const like = (student: string): string => {
    cpSync(right, join(folder, student), { recursive: true });
    return join(folder, student);
  };
  symlinkSync('/etc/passwd', join(like('links-a-file'), 'notes.txt'));
  symlinkSync('/etc', join(like('links-a-folder'), 'etc'));
  symlinkSync(right, join(folder, 'is-a-link'));
  linkSync(join(like('links-hard'), 'counter.ts'), join(folder, 'links-hard', 'again.ts'));
  spawnSync('mkfifo', [join(like('waits-on-a-pipe'), 'pipe')]);
  write(like('is-too-big'), 'counter.ts', ' '.repeat(256 * 1024 + 1));
  for (let i = 0; i < 5; i++) write(like('is-too-big-together'), `${i}.txt`, ' '.repeat(250 * 1024));
  for (let i = 0; i < 65; i++) write(like('is-too-many'), `${i}.txt`, '');
  write(like('is-too-deep'), `${'d/'.repeat(9)}x.txt`, '');
  writeFileSync(join(like('is-not-utf8'), 'counter.ts'), Buffer.from([0x2f, 0x2f, 0xc3, 0x28]));
  writeFileSync(join(like('is-utf16'), 'counter.ts'), Buffer.from('\uFEFF// x', 'utf16le'));
  const text = readFileSync(join(right, 'counter.ts'), 'utf8');
  write(like('has-windows-lines'), 'counter.ts', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  write(like('says-nonsense'), 'submission.json', '{');
  write(like('names-another-exercise'), 'submission.json', '{ "exercise": "../../etc" }');
  mkdirSync(join(folder, 'is-empty'));
  mkdirSync(join(folder, emptyAndHostile));
  writeFileSync(join(folder, 'notes.txt'), 'not a folder');
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
