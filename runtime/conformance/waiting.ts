import type { Pieces } from '../testing/explored.ts';

/** A row that cannot be run yet: its program, the options it waits for, and what it must say then. */
export interface WaitingRow {
  readonly pieces: Pieces;
  /** Fields of the scenario that the explorer does not have yet. Without them the program must hold. */
  readonly options: string;
  /** What must be found with them. */
  readonly finds: 'lost-wakeup' | 'waits-forever';
  /** Options with which nothing may be found. */
  readonly control: string;
}

/** The rows that need store buffers: on a machine without them the same programs hold, which is tested. */
export const waitingRows: Readonly<Record<string, WaitingRow>> = {
  // xnu-1228 cleared workToDo outside its spin lock: the load of the source's count could overtake that store.
  W10: {
    pieces: {
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
    },
    options: "memory: 'tso', profile: { kernel: 'classic' },",
    finds: 'waits-forever',
    control: "memory: 'tso',",
  },
  // Without its fence enqueue may read the head before its store of the tail is seen, and dequeue the other way round.
  Q07: {
    pieces: {
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
    },
    options: "memory: 'tso', fences: false,",
    finds: 'lost-wakeup',
    control: "memory: 'tso',",
  },
};
