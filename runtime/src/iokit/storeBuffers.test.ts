import { expect, it } from 'vitest';
import { explored, type Pieces } from '../../testing/explored.ts';

/** What a program comes to on a machine: `holds`, or how it fails. */
async function judged(pieces: Pieces, options: string): Promise<string> {
  const { verdict, failure } = await explored({ ...pieces, options });
  return failure?.kind ?? verdict;
}

/** xnu-1228 cleared workToDo outside its spin lock: the load of the source's count could overtake that store. */
const counted: Pieces = {
  driver: `
    class Driver extends IOService {
      readonly seen = cell(0);
      *start() {
        this.loop = yield* IOWorkLoop.workLoop();
        this.source = IOInterruptEventSource.interruptEventSource(this, this.count);
        yield* this.loop.addEventSource(this.source);
      }
      *count(source, count) {
        yield* this.seen.set((yield* this.seen.get()) + count);
        yield* this.loop.wakeupGate(this.seen, false);
      }
      *both() {
        yield* this.source.interruptOccurred();
        yield* this.source.interruptOccurred();
        yield* this.loop.runAction(this.wait, this);
      }
      *wait() {
        while ((yield* this.seen.get()) < 2) yield* this.loop.sleepGate(this.seen, 0, THREAD_UNINT);
      }
    }`,
  setup: 'const d = new Driver(); yield* d.start();',
  threads: 'A: [() => d.both()]',
};

it('W10: the classic kernel loses a signal where stores wait in buffers, the ones after it lose none', async () => {
  const tso = (kernel: string): Promise<string> =>
    judged(counted, `memory: 'tso', profile: { kernel: '${kernel}' },`);
  expect(await tso('classic')).toBe('waits-forever');
  expect(await tso('yosemite')).toBe('holds');
  expect(await tso('current')).toBe('holds');
  expect(await judged(counted, "profile: { kernel: 'classic' },")).toBe('holds');
});

/** Without its fence enqueue may read the head before its store of the tail is seen, and dequeue the other way round. */
const queued: Pieces = {
  driver: `
    class Pipe extends OSObject {
      readonly queue = IOSharedDataQueue.withEntries(2, 4);
      readonly available = semaphore_create(0);
      *put(...items) {
        for (let i = 0; i < items.length; i++) yield* this.queue.enqueue(items[i], 4);
      }
      *takeAll(count) {
        let taken = 0;
        while (taken < count) {
          if (yield* this.queue.dequeue(null, null)) taken++;
          else yield* semaphore_wait(this.available);
        }
      }
    }`,
  setup: 'const pipe = new Pipe(); yield* pipe.queue.setNotificationPort(pipe.available);',
  threads: "A: [() => pipe.put('a', 'b')], B: [() => pipe.takeAll(2)]",
};

it('Q07: a data queue without its fences misses a notification where stores wait in buffers', async () => {
  expect(await judged(queued, "memory: 'tso', fences: false,")).toBe('waits-forever');
  expect(await judged(queued, "memory: 'tso',")).toBe('holds');
  expect(await judged(queued, 'fences: false,')).toBe('holds');
});

it('says of a verdict with store buffers that it is about x86, and of one without that it is not', async () => {
  const said = async (pieces: Pieces, options: string): Promise<unknown> =>
    (await explored({ ...pieces, options })).sentence;
  expect(await said(queued, "memory: 'tso',")).toEqual({
    en: expect.stringMatching(/^Holds on x86, with its store buffers, in all \d+ states\.$/) as string,
    'zh-Hans': expect.stringMatching(/^在带有存储缓冲的 x86 上，全部 \d+ 个状态中均成立。$/) as string,
  });
  expect(await said(queued, "memory: 'tso', fences: false,")).toMatchObject({
    en: expect.stringMatching(
      /^Fails on x86, where stores wait in buffers \(without them it holds\): B sleeps/,
    ) as string,
  });
});

/** Each thread raises its flag, does something, and looks at the other's. */
const flags = (between: string): Pieces => ({
  driver: `
    class Flags extends OSObject {
      readonly flags = [unsynchronized(0), unsynchronized(0)];
      *enter(me) {
        yield* this.flags[me].set(1);
        ${between}
        return yield* this.flags[1 - me].get();
      }
    }`,
  setup: 'const f = new Flags();',
  threads: 'A: [() => f.enter(0)], B: [() => f.enter(1)]',
  properties:
    "inTheEnd({ en: 'one sees the other', 'zh-Hans': '至少一方看到对方' }, (s) => s.results('A')[0] + s.results('B')[0] > 0)",
});

it.each([
  ['', 'property'],
  ['yield* atomic_thread_fence(memory_order_acquire);', 'property'],
  ['yield* atomic_thread_fence(memory_order_release);', 'property'],
  ['yield* atomic_thread_fence(memory_order_acq_rel);', 'property'],
  ['yield* atomic_thread_fence(memory_order_seq_cst);', 'holds'],
  ['yield* OSAddAtomic(0, this.flags[me]);', 'holds'],
])('keeps a load behind a store with “%s” between them: %s', async (between, wanted) => {
  expect(await judged(flags(between), "memory: 'tso',")).toBe(wanted);
  expect(await judged(flags(between), '')).toBe('holds');
});

/** A filter counts and asks whether the action has gone idle; the action goes idle and looks again whether anything was counted. */
const filtered = (between: string): Pieces => ({
  driver: `
    class Ring extends IOService {
      readonly produced = unsynchronized(0);
      readonly consumed = unsynchronized(0);
      readonly idle = unsynchronized(true);
      *start(provider) {
        this.usb = provider;
        this.loop = yield* IOWorkLoop.workLoop();
        this.irq = IOFilterInterruptEventSource.filterInterruptEventSource(this, this.action, this.filter, provider, 0);
        yield* this.loop.addEventSource(this.irq);
        yield* this.irq.enable();
      }
      *filter() {
        yield* this.produced.set((yield* this.produced.get()) + 1);
        ${between}
        return yield* this.idle.get();
      }
      *action() {
        yield* this.idle.set(false);
        for (;;) {
          yield* this.consumed.set(yield* this.produced.get());
          yield* this.idle.set(true);
          ${between}
          if ((yield* this.produced.get()) === (yield* this.consumed.get())) return;
          yield* this.idle.set(false);
        }
      }
      *submit() { yield* this.usb.submit(1); yield* this.usb.submit(2); }
    }`,
  setup:
    "const usb = new UsbDevice({ name: 'usb', line: 'edge' }); const r = new Ring(); yield* r.start(usb);",
  threads: 'A: [() => r.submit()]',
  watch: 'produced: r.produced, consumed: r.consumed',
  properties: `inTheEnd({ en: 'all is taken', 'zh-Hans': '全部取走' },
    (s) => s.value('produced') === s.value('consumed'))`,
});

it('shows that a ring between a filter and its action needs a fence on either side', async () => {
  const fence = 'yield* atomic_thread_fence(memory_order_seq_cst);';
  expect(await judged(filtered(''), '')).toBe('holds');
  expect(await judged(filtered(''), "memory: 'tso',")).toBe('property');
  expect(await judged(filtered(fence), "memory: 'tso',")).toBe('holds');
});
