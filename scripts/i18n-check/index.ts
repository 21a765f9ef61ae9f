import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { formatFinding } from './finding.ts';
import { update } from './update.ts';

const { values, positionals } = parseArgs({
  options: { root: { type: 'string', default: process.cwd() }, update: { type: 'boolean', default: false } },
  allowPositionals: true,
});

if (values.update) {
  if (positionals.length === 0) throw new Error('--update wants the files that are in step now');
  update(values.root, positionals);
}
const findings = await check(values.root, { today: new Date().toISOString().slice(0, 10) });
for (const finding of findings) console.log(formatFinding(finding));
console.log(findings.length === 0 ? 'Both languages are in step.' : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
