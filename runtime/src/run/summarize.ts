import { ownerCycle, waitsFor } from '../explore/deadlock.ts';
import type { Failure, Localized } from '../explore/verdict.ts';
import { layout as L, ownerOf, type Context, type Kernel } from '../kernel/index.ts';
import { isMessage, refusal, say, sayBoth, type MessageData } from '../messages/index.ts';
import { heldLocks, lockOf } from '../trace/blocked.ts';
import { label } from '../trace/show.ts';
import { placeOf, placeText } from './place.ts';
import type { World } from './world.ts';

/** One sentence on what went wrong, in both languages, told from the state in which it did. */
export function summarize(world: World, failure: Failure, s: Int32Array): Localized {
  const { kernel: k } = world;
  const context = k.contexts.find((c) => c.name === failure.context);
  const at = (c: Context | undefined): string =>
    c ? placeText(placeOf(k, s, c, (file) => Object.hasOwn(world.files, file))) : '?';
  const data: MessageData = { ...failure.data, context: failure.context ?? '?', place: at(context) };
  switch (failure.kind) {
    case 'panic':
      return panic(k, failure, data);
    case 'runtime-error':
      return sayBoth('failure.uncaught', data);
    case 'violation':
      return refusal(failure.code, failure.data, at(context));
    case 'data-race': {
      const other = k.contexts.find((c) => c.name === failure.data['second']);
      return sayBoth('failure.data-race', { ...data, other: other?.name ?? '?', otherPlace: at(other) });
    }
    case 'deadlock':
      return deadlock(k, s);
    case 'lost-wakeup':
    case 'waits-forever':
      return sayBoth(sleepCode(failure), {
        ...data,
        event: context ? label(k, s[context.slot + L.EVENT]) : '?',
      });
    case 'spins-forever':
      return inBoth((locale) => {
        const held = heldLocks(k, s).filter((h) => h.owner === failure.context);
        const holding = held[0] ? say('failure.holding', { lock: held[0].lock }, locale) : '';
        return say('failure.spins-forever', { ...data, holding }, locale);
      });
    case 'livelock':
      return sayBoth('failure.livelock', data);
    case 'starved':
      return starved(k, s, context, data);
    case 'never-starts':
      return sayBoth('failure.never-starts', data);
    case 'property':
      return inBoth((locale) =>
        say(propertyCode(world, failure), { title: failure.title?.[locale] ?? '' }, locale),
      );
  }
}

/** Where the sleeper's wakeup is. */
function sleepCode({ kind, code }: Failure): string {
  if (kind === 'waits-forever') return 'failure.waits-forever';
  return code === 'lost-wakeup.other' ? 'failure.lost-wakeup.other' : 'failure.lost-wakeup';
}

const inBoth = (inside: (locale: 'en' | 'zh-Hans') => string): Localized => ({
  en: inside('en'),
  'zh-Hans': inside('zh-Hans'),
});

/** A title says what must not happen, what must always hold, or what must hold in the end. */
function propertyCode(world: World, failure: Failure): string {
  const property = world.properties.properties.find(({ title }) => title === failure.title);
  if (property?.kind === 'end') return 'failure.property.end';
  return property?.kind === 'state' && !property.forbids
    ? 'failure.property.always'
    : 'failure.property.never';
}

function panic(k: Kernel, failure: Failure, data: MessageData): Localized {
  const object = data['object'];
  if (typeof object === 'number')
    return sayBoth('failure.use-after-free', { ...data, object: label(k, object) });
  if (isMessage(`failure.${failure.code}`) && failure.code !== 'panic')
    return sayBoth(`failure.${failure.code}`, data);
  return sayBoth('failure.panic.at', data);
}

function deadlock(k: Kernel, s: Int32Array): Localized {
  const cycle = ownerCycle(k, s);
  return inBoth((locale) => {
    const parts = cycle.map((c, i) => {
      const before = cycle[(i + cycle.length - 1) % cycle.length];
      const wanted = (by: Context | undefined): string => label(k, (by && lockOf(k.pending(s, by))) ?? 0);
      const data = { context: c.name, held: wanted(before), lock: wanted(c) };
      const handler = cycle[(i + 1) % cycle.length]?.name ?? '?';
      if (!waitsFor(k, s, c)) return say('failure.interrupted', { ...data, handler }, locale);
      const interrupts = before !== undefined && !waitsFor(k, s, before);
      return say(interrupts ? 'failure.handler-waits-for' : 'failure.waits-for', data, locale);
    });
    return say('failure.deadlock', { cycle: parts.join(locale === 'en' ? '; ' : '；') }, locale);
  });
}

function starved(k: Kernel, s: Int32Array, c: Context | undefined, data: MessageData): Localized {
  const pending = c && s[c.slot + L.LOCAL] !== 0 ? k.pending(s, c) : undefined;
  const lock = pending && lockOf(pending);
  const owner = k.contexts[ownerOf(s, k.records.get(lock ?? 0)?.slot ?? 0)];
  if (lock === undefined || !owner) return sayBoth('failure.starved.stuck', data);
  return sayBoth('failure.starved', { ...data, lock: label(k, lock), owner: owner.name });
}
