import { expect, it } from 'vitest';
import { Shelf } from '../storage/shelf';
import { load, saved } from './saved';

const made = '2026-11-22T04:00:00.000Z';
const starters = new Map([['02a', 'today']]);
const attempt = (at: string, points: number) => ({ made: at, points, of: 4, texts: { 'fan.ts': at } });
const first = attempt('2026-11-20T00:00:00.000Z', 1);
const second = attempt('2026-11-21T00:00:00.000Z', 4);

/** A browser of its own, with this in it. */
function browser(entries: Readonly<Record<string, unknown>> = {}): Shelf {
  const items = new Map<string, string>();
  const shelf = new Shelf(() => ({
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  }));
  for (const [name, value] of Object.entries(entries)) shelf.write(name, JSON.stringify(value));
  return shelf;
}

const contents = (shelf: Shelf): unknown =>
  Object.fromEntries(shelf.names().map((name) => [name, JSON.parse(shelf.read(name) ?? '')]));
const fileOf = (entries: Readonly<Record<string, unknown>>): string => saved(browser(entries), made);
const fileWith = (entries: unknown): string =>
  JSON.stringify({ format: 'work-loop-progress', version: 1, made, entries });

/** What is in a browser with the first after a file with the second. */
function joined(ours: Readonly<Record<string, unknown>>, theirs: Readonly<Record<string, unknown>>): unknown {
  const shelf = browser(ours);
  expect(load(shelf, fileOf(theirs), starters)).toHaveProperty('changed');
  return contents(shelf);
}

const everything = {
  'exercise:02a': { starter: 'today', texts: { 'fan.ts': 'mine' } },
  'program:two-locks': { starter: 'b', former: { 'hub.ts': 'old' } },
  'progress:02a': { attempts: [first, second], hints: 1, solved: 'today' },
  'question:deadlock:both-ways': 2,
  'schedules:00a': { program: 'c', tokens: ['wl1:office:A'] },
};

it('takes everything to another browser', () => {
  expect(joined({}, everything)).toEqual(everything);
});

it('changes nothing when it is loaded twice, or where it came from', () => {
  const shelf = browser(everything);
  expect(load(shelf, saved(shelf, made), starters)).toEqual({ changed: 0, unchanged: 5 });
  expect(contents(shelf)).toEqual(everything);
});

it('saves nothing that is not somebody’s work', () => {
  const shelf = browser({ ...everything, theme: 'dark', 'progress:x': 'damaged' });
  expect(Object.keys(JSON.parse(saved(shelf, made)).entries)).toEqual(Object.keys(everything));
});

it('joins the attempts of both in the order in which they were made', () => {
  const ours = { attempts: [second], hints: 0, solved: 'today' };
  const theirs = { attempts: [first, second], hints: 2 };
  expect(joined({ 'progress:02a': ours }, { 'progress:02a': theirs })).toEqual({
    'progress:02a': { attempts: [first, second], hints: 2, solved: 'today' },
  });
});

it('knows an exercise as solved if either has solved it as it is today', () => {
  const of = (solved: string) => ({ 'progress:02a': { attempts: [], hints: 0, solved } });
  expect(joined(of('today'), of('before'))).toEqual(of('today'));
  expect(joined(of('before'), of('today'))).toEqual(of('today'));
});

it('keeps the code that is here in front, and the file’s beside it', () => {
  const code = (text: string) => ({ 'exercise:02a': { starter: 'today', texts: { 'fan.ts': text } } });
  expect(joined(code('here'), code('there'))).toEqual({
    'exercise:02a': { starter: 'today', texts: { 'fan.ts': 'here' }, former: { 'fan.ts': 'there' } },
  });
});

it('never drops one of two versions that are here already', () => {
  const two = { starter: 'today', texts: { 'fan.ts': 'a' }, former: { 'fan.ts': 'b' } };
  const third = { starter: 'today', texts: { 'fan.ts': 'c' } };
  expect(joined({ 'exercise:02a': two }, { 'exercise:02a': third })).toEqual({ 'exercise:02a': two });
});

it('keeps schedules and choices that are here, with all that is known of them', () => {
  const ours = {
    'schedules:00a': { program: 'c', tokens: ['wl1:office:B'], record: { points: 2 } },
    'question:deadlock:both-ways': 1,
  };
  expect(joined(ours, everything)).toEqual({ ...everything, ...ours });
});

it.each([
  ['no JSON', 'wl1:office:A', { because: 'notOurs' }],
  ['a JSON of somebody else', '{"name":"work-loop"}', { because: 'notOurs' }],
  ['nothing', '', { because: 'notOurs' }],
  ['a list of entries', fileWith([1]), { because: 'notOurs' }],
  ['a later format', fileWith({}).replace('"version":1', '"version":2'), { because: 'newer' }],
  ['a file that fills the memory', ' '.repeat(6_000_001), { because: 'tooBig' }],
])('takes nothing from %s', (_, text, refusal) => {
  const shelf = browser(everything);
  expect(load(shelf, text, starters)).toEqual(refusal);
  expect(contents(shelf)).toEqual(everything);
});

it.each([
  ['theme', 'dark'],
  ['progress:../x', { attempts: [], hints: 0 }],
  ['progress:02a', { attempts: [{ ...first, points: '4' }], hints: 0 }],
  ['progress:02a', { attempts: [{ ...first, made: 'yesterday' }], hints: 0 }],
  ['progress:02a', { attempts: [], hints: -1 }],
  ['exercise:02a', { starter: 'a', texts: { 'fan.ts': 3 } }],
  ['exercise:02a', { starter: '<b>', texts: {} }],
  ['exercise:02a', { starter: 'a', texts: { 'fan.ts': 'x'.repeat(300_000) } }],
  ['schedules:00a', { program: 'c', tokens: [{}] }],
  ['question:deadlock:both-ways', 1.5],
])('takes nothing of a file with one fault in it: %s, %j', (name, value) => {
  const shelf = browser();
  const text = fileWith({ 'question:race:which': 1, [name]: value });
  expect(load(shelf, text, starters)).toEqual({ because: 'damaged', entry: name });
  expect(shelf.names()).toEqual([]);
});
