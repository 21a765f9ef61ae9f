import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { fragmentOf, longestLink, packedIn, unpacked, type Shared } from './share';

const name = 'program:two-locks';
const edit = ['hub.ts'];
const mine: Shared = { texts: { 'hub.ts': '// 我的\nexport class Hub {}\n' }, token: 'wl1:abc.1' };

const received = async (fragment: string | undefined): Promise<Shared | undefined> =>
  unpacked(packedIn(`#${fragment}`, name) ?? '', edit);
/** A link as anybody could make it. */
const forged = async (value: unknown): Promise<Shared | undefined> =>
  unpacked(`1.${deflateRawSync(JSON.stringify(value)).toString('base64url')}`, edit);

it('gives back what was put in, in characters that every program leaves alone', async () => {
  const fragment = await fragmentOf(name, mine);
  expect(fragment).toMatch(/^work=program:two-locks\.1\.[\w-]+$/);
  expect(await received(fragment)).toEqual(mine);
  expect(await forged(mine)).toEqual(mine);
});

it('is for the program that it names, and for no other', async () => {
  const fragment = `#${await fragmentOf(name, mine)}`;
  expect(packedIn(fragment, 'program:two')).toBeUndefined();
  expect(packedIn('#top', name)).toBeUndefined();
});

it('makes nothing of a link that was cut off or mistyped', async () => {
  const fragment = (await fragmentOf(name, mine)) ?? '';
  for (let length = 0; length < fragment.length; length++)
    expect(await received(fragment.slice(0, length))).toBeUndefined();
  expect(await received(`${fragment}!`)).toBeUndefined();
  expect(await received(fragment.replace('.1.', '.2.'))).toBeUndefined();
});

it.each([
  ['no record', null],
  ['a list', [mine]],
  ['no files', { token: 3 }],
  ['files that are no texts', { texts: { 'hub.ts': { length: 3 } } }],
  ['a file that the reader may not change', { texts: { 'scenario.ts': 'export default 1' } }],
  ['a name that objects have of themselves', { texts: JSON.parse('{"__proto__":"x"}') as object }],
  ['a token that is none', { texts: mine.texts, token: 'javascript:alert(1)' }],
  ['nothing at all', { texts: {} }],
])('takes nothing from somebody else that is %s', async (_, value) => {
  expect(await forged(value)).toBeUndefined();
});

it('does not unpack what would fill the memory', async () => {
  const bomb = JSON.stringify({ texts: { 'hub.ts': ' '.repeat(20_000_000) } });
  const packed = `1.${deflateRawSync(bomb).toString('base64url')}`;
  expect(packed.length).toBeLessThan(longestLink);
  expect(await unpacked(packed, edit)).toBeUndefined();
});

it('makes no link that would be cut off on its way', async () => {
  const noise = Array.from({ length: 20_000 }, (_, i) => ((i * 2_654_435_761) >>> 0).toString(36)).join('');
  expect(await fragmentOf(name, { texts: { 'hub.ts': noise } })).toBeUndefined();
});
