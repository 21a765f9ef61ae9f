import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explored } from '../../testing/explored.ts';
import { driver, places, type Place } from '../../testing/places.ts';

/** All that is seen there over all schedules while B comes through the gate once, or how it fails. */
async function seen(
  { of = 'Driver', more = '', calls }: Place,
  waits: 'no' | 'blocks' | 'sleeps',
): Promise<readonly string[]> {
  const { outcomes, failure, error, sentence } = await explored({
    driver,
    setup: `
      const nub = new Nub();
      yield* nub.init();
      const { loop } = nub;
      const usb = new UsbDevice({ name: 'usb' });
      const d = new ${of}();
      yield* d.init(loop, d.${waits});
      yield* d.start(nub);
      ${more}`,
    threads: `A: [${calls}], B: [() => d.visit()]`,
    watch: 'saw: d.saw',
    options: "time: 'any',",
  });
  if (error) throw new Error(`${sentence.en} ${JSON.stringify(error)}`);
  if (failure) return [failure.summary.en];
  const saw = outcomes.map(({ watched }) => JSON.parse(String(watched.saw)) as string);
  return [...new Set(saw)].filter((what) => what !== '').toSorted();
}

function expected({ onLoop, may }: Place, ...company: readonly string[]): readonly string[] {
  const thread = onLoop ? 'loop' : 'not the loop';
  const gate = may === 'wait gated' ? 'in the gate' : 'not in the gate';
  return company.map((who) => `${thread}, ${gate}, ${who}`);
}

const where = (may: Place['may']): [string, Place][] =>
  places.filter((place) => place.may === may).map((place) => [place.name, place]);

describe('where a driver’s code may be', () => {
  it.each(where('not wait'))('%s: not on the loop’s thread, and panics if it waits', async (_, place) => {
    expect(await seen(place, 'no')).toEqual(expected(place, 'alone', 'visited'));
    expect(await seen(place, 'blocks')).toEqual([
      expect.stringMatching(/Attempt to take mutex (in IRQ context|with preemption disabled)/),
    ]);
  });

  it.each(where('wait gated'))('%s: in the gate, and others wait while it waits', async (_, place) => {
    expect(await seen(place, 'blocks')).toEqual(expected(place, 'alone'));
  });

  it.each(where('wait gated'))('%s: lets others in with commandSleep', async (_, place) => {
    expect(await seen(place, 'sleeps')).toEqual(expected(place, 'alone', 'visited'));
  });

  it.each(where('wait'))('%s: not in the gate, and nobody waits while it waits', async (_, place) => {
    expect(await seen(place, 'blocks')).toEqual(expected(place, 'alone', 'visited'));
    expect(await seen(place, 'sleeps')).toEqual([
      expect.stringContaining('invalid commandSleep while not holding the gate'),
    ]);
  });
});

/** What the page's columns say, in both languages. */
const says: Record<Place['may'], { gate: RegExp; block: RegExp }> = {
  'not wait': { gate: /^(no|as before|没有|原先有就有)$/, block: /^(no|不能)$/ },
  'wait gated': { gate: /^(yes|有)/, block: /^(yes; all wait|能，大家都等)$/ },
  wait: { gate: /^(no|没有)$/, block: /^(yes|能)$/ },
};

describe('the page “Where am I?”', () => {
  const english = rowsOf('lessons');

  it.each(['lessons', 'i18n/zh-Hans/docusaurus-plugin-content-docs/current'])('says so in %s', (folder) => {
    const rows = rowsOf(folder);
    for (const { row, onLoop = false, may } of places.filter(({ row }) => row)) {
      const [, thread, gate, block] = rows[english.findIndex(([first]) => first === row)]!;
      expect({ row, onLoop: /^(the loop's|工作环线程)/.test(thread!), gate, block }).toEqual({
        row,
        onLoop,
        gate: expect.stringMatching(says[may].gate),
        block: expect.stringMatching(says[may].block),
      });
    }
  });

  it('has no other rows than those above, start() and free()', () => {
    const known = new Set([...places.map(({ row }) => row), '`start()`', '`free()`']);
    expect(english.map(([first]) => first).filter((row) => !known.has(row))).toEqual([]);
  });
});

/** The cells of the page's table, row by row. */
function rowsOf(folder: string): readonly (readonly string[])[] {
  const path = join(import.meta.dirname, '../../..', folder, 'reference/where-am-i.mdx');
  const lines = readFileSync(path, 'utf8').split('\n');
  const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());
  return lines
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => cells(line).slice(1, -1));
}
