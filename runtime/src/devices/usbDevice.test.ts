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
