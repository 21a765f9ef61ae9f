import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Command extends IOCommand {
    constructor(name) { super(); this.name = name; }
  }
  class Driver extends IOService {
    *start(...names) {
      this.loop = yield* IOWorkLoop.workLoop();
      this.pool = yield* IOCommandPool.commandPool(this, this.loop);
      for (const name of names) yield* this.pool.returnCommand(new Command(name));
    }
    *use() {
      const command = yield* this.pool.getCommand();
      yield* this.pool.returnCommand(command);
      return command.name;
    }
    *drain() {
      const names = [];
      let command = yield* this.pool.getCommand(false);
      while (command) {
        names.push(command.name);
        command = yield* this.pool.getCommand(false);
      }
      return names;
    }
    *keep() { return (yield* this.pool.getCommand()).name; }
  }`;
const pool = (threads: string, names = "'1'"): Promise<readonly string[]> =>
  ends({ driver, setup: `const d = new Driver(); yield* d.start(${names});`, threads });

describe('IOCommandPool', () => {
  it('G38: serves everybody who waits, with one command that each returns', async () => {
    expect(await pool('A: [() => d.use()], B: [() => d.use()], C: [() => d.use()]')).toEqual([
      'A: "1" B: "1" C: "1"',
    ]);
  });

  it('G38: hands out first what was returned last, and nothing when it is empty', async () => {
    expect(await pool('A: [() => d.drain(), () => d.pool.getCommand(false)]', "'1', '2', '3'")).toEqual([
      'A: ["3","2","1"],null',
    ]);
  });

  it('lets a caller sleep for ever when nobody returns a command', async () => {
    expect(await pool('A: [() => d.keep(), () => d.keep()]')).toEqual([
      expect.stringContaining('A sleeps forever on commandPool.sleepers'),
    ]);
  });

  it('is made with a work loop alone', async () => {
    const threads =
      'A: [() => pool.getCommand(false), () => pool.returnCommand(new Command(1)), () => pool.getCommand(false)]';
    const setup = `const loop = yield* IOWorkLoop.workLoop();
      const pool = yield* IOCommandPool.withWorkLoop(loop);
      const command = new Command('1');`;
    const ended = await ends({ driver, setup, threads: threads.replace('new Command(1)', 'command') });
    expect(ended).toEqual([expect.stringMatching(/^A: null,undefined,.*command/i)]);
  });

  it('takes its command gate with it when it is freed', async () => {
    expect(await pool('A: [() => d.pool.release()]')).toEqual(['A: undefined']);
  });

  it('hands out nothing while its command gate is in no work loop', async () => {
    const threads = 'A: [() => d.loop.removeEventSource(d.pool.serializer), () => d.pool.getCommand()]';
    expect(await pool(threads)).toEqual(['A: 0,null']);
  });
});
