import { describe, expect, it } from 'vitest';
import { ends, explored } from '../../testing/explored.ts';

const setup = (config = ''): string => `const usb = new UsbDevice({ name: 'usb', ${config} });`;
const usb = (threads: string, config = ''): Promise<readonly string[]> =>
  ends({ setup: setup(config), threads });
const all = 'function* () { return [yield* usb.nextCompleted(), yield* usb.nextCompleted()]; }';

describe('a simulated USB disk', () => {
  it('gives the lowest ticket that is not in use', async () => {
    expect(await usb('A: [() => usb.submit(7), () => usb.submit(8)]', "completes: 'never'")).toEqual([
      'A: 1,2',
    ]);
  });

  it('completes transfers in any order, at any time', async () => {
    expect(await usb(`A: [() => usb.submit(7), () => usb.submit(8), ${all}]`)).toEqual([
      'A: 1,2,[0,0]',
      'A: 1,2,[0,1]',
      'A: 1,2,[0,2]',
      'A: 1,2,[1,0]',
      'A: 1,2,[1,2]',
      'A: 1,2,[2,0]',
      'A: 1,2,[2,1]',
    ]);
  });

  it('uses a ticket again once the driver has taken it', async () => {
    expect(await usb('A: [() => usb.submit(7), () => usb.nextCompleted(), () => usb.submit(8)]')).toEqual([
      'A: 1,0,2',
      'A: 1,1,1',
    ]);
  });

  it('loses on a reset what is in flight, and during a reset what is submitted', async () => {
    const view = "s.device('usb')";
    const properties = `inTheEnd({ en: 'two lost', 'zh-Hans': '丢了两个' },
      (s) => ${view}.lostTransfers === 2 && ${view}.submittedWhileResetting === 1 && ${view}.inFlight === 0)`;
    const threads =
      'A: [() => usb.submit(7), () => usb.startReset(), () => usb.submit(8), () => usb.resetDone()]';
    const report = await explored({
      setup: setup("completes: 'never', resets: 'never'"),
      threads,
      properties,
    });
    expect(report).toMatchObject({
      verdict: 'holds',
      outcomes: [{ results: { A: ['1', 'undefined', '1', 'false'] } }],
    });
  });

  it('ends a reset by itself', async () => {
    expect(await usb('A: [() => usb.startReset(), () => usb.resetDone()]')).toEqual([
      'A: undefined,false',
      'A: undefined,true',
    ]);
  });

  it('does nothing that only hardware may do when a program asks for it', async () => {
    const report = await explored({ setup: setup(), threads: "A: [() => usb.access('complete 1')]" });
    expect(report).toMatchObject({ verdict: 'fails', failure: { kind: 'violation' } });
  });
});

describe('a USB disk whose transfers complete as they were submitted', () => {
  const inOrder = "order: 'as submitted'";

  it('completes none before one that was submitted earlier', async () => {
    expect(await usb(`A: [() => usb.submit(7), () => usb.submit(8), ${all}]`, inOrder)).toEqual([
      'A: 1,2,[0,0]',
      'A: 1,2,[0,1]',
      'A: 1,2,[1,0]',
      'A: 1,2,[1,2]',
    ]);
  });

  it('goes by the order, not by the ticket', async () => {
    const taken =
      'function* () { return [yield* usb.nextCompleted(), yield* usb.nextCompleted(), yield* usb.nextCompleted()]; }';
    const threads = `A: [() => usb.submit(7), () => usb.submit(8), () => usb.nextCompleted(), () => usb.submit(9), ${taken}]`;
    const again = (await usb(threads, inOrder)).filter((end) => end.startsWith('A: 1,2,1,1,'));
    expect(again.map((end) => end.slice('A: 1,2,1,1,'.length))).toEqual([
      '[0,0,0]',
      '[0,0,2]',
      '[0,2,0]',
      '[0,2,1]',
      '[2,0,0]',
      '[2,0,1]',
      '[2,1,0]',
    ]);
  });

  it('forgets on a reset the place in line of what it loses', async () => {
    const threads =
      'A: [() => usb.submit(7), () => usb.startReset(), () => usb.resetDone(), () => usb.submit(8)]';
    const properties = `inTheEnd({ en: 'none left', 'zh-Hans': '一个不剩' }, (s) => s.device('usb').inFlight === 0)`;
    const report = await explored({ setup: setup(inOrder), threads, properties });
    expect(report).toMatchObject({ verdict: 'holds' });
  });
});

describe('a USB disk that somebody pulls out', () => {
  const driver = `
    class Driver extends IOService {
      readonly told = atomic('');
      *getWorkLoop() { return this.loop; }
      *start(provider) {
        yield* super.start(provider);
        this.usb = provider;
        this.loop = yield* IOWorkLoop.workLoop();
        return true;
      }
      *willTerminate() {
        yield* this.told.set((yield* this.told.get()) + ((yield* this.loop.inGate()) ? 'will ' : 'ungated '));
        return true;
      }
      *stop() { yield* this.told.set((yield* this.told.get()) + 'stop'); }
    }`;
  const made = (unplugs: string, more = ''): string =>
    `${setup(`unplugs: '${unplugs}', ${more}`)} const d = new Driver(); yield* d.start(usb);`;

  it('terminates its driver, in no gate: the device is the provider, and has no work loop', async () => {
    const pieces = { driver, setup: made('any time'), threads: 'A: []', watch: 'told: d.told' };
    expect(await ends(pieces)).toEqual(['A:  | told="ungated stop"']);
    expect(await ends({ ...pieces, setup: made('perhaps') })).toEqual([
      'A:  | told=""',
      'A:  | told="ungated stop"',
    ]);
  });

  it('copies nothing any more', async () => {
    const properties = `never({ en: 'unplugged and busy', 'zh-Hans': '拔了还在忙' }, (s) => {
      const { unplugged, inFlight, completed, resetting } = s.device('usb');
      return unplugged && (inFlight + completed > 0 || resetting);
    })`;
    const threads = 'A: [() => usb.submit(7), () => usb.startReset(), () => usb.submit(8)]';
    const pieces = {
      driver,
      setup: made('perhaps', "completes: 'never', resets: 'never'"),
      threads,
      properties,
    };
    expect(await ends(pieces)).toEqual(['A: 0,undefined,0', 'A: 1,undefined,0', 'A: 1,undefined,1']);
  });

  it('counts as lost what the driver has not taken', async () => {
    const properties = `inTheEnd({ en: 'all are somewhere', 'zh-Hans': '一个不差' }, (s) => {
      const { lostTransfers, unplugged } = s.device('usb');
      const [first, second, taken] = s.results('A').map((ticket) => (ticket > 0 ? 1 : 0));
      return unplugged && lostTransfers === first + second - taken;
    })`;
    const threads = 'A: [() => usb.submit(7), () => usb.submit(8), () => usb.nextCompleted()]';
    expect((await explored({ driver, setup: made('any time'), threads, properties })).verdict).toBe('holds');
  });

  it('leaves a client asleep whose driver does not wake it', async () => {
    const clients = `${driver}
      class Sleeper extends Driver {
        *read() {
          yield* this.usb.submit(1);
          yield* this.loop.runAction(this.wait, this);
        }
        *wait() { while ((yield* this.told.get()) === '') yield* this.loop.sleepGate(this.told, 0, THREAD_UNINT); }
      }
      class Waker extends Sleeper {
        *willTerminate() { return yield* this.loop.runAction(this.leave, this); }
        *leave() {
          yield* super.willTerminate();
          yield* this.loop.wakeupGate(this.told, false);
          return true;
        }
      }`;
    const reads = (driverClass: string): Promise<readonly string[]> =>
      ends({
        driver: clients,
        setup: made('any time').replace('Driver()', `${driverClass}()`),
        threads: 'A: [() => d.read()]',
        watch: 'told: d.told',
      });
    expect(await reads('Sleeper')).toEqual([expect.stringMatching('fails: waits-forever: A sleeps forever')]);
    expect(await reads('Waker')).toEqual(['A: undefined | told="will stop"']);
  });
});
