import { expect, it } from 'vitest';
import type { Trace } from 'workloop/trace';
import { actsOf } from './chosen';

const run = (token: string): Trace => ({ contexts: [], gates: [], steps: [], end: [], token });

it('finds in a run the choices that lead to it, one at a time', () => {
  expect(actsOf(run('wl1:mail:A-lk.st;usb%20irq-deliver;A-wk~2'))).toEqual([
    [{ context: 'A', alternative: 0 }],
    [{ context: 'A', alternative: 0 }],
    [{ context: 'usb irq', alternative: 0 }],
    [{ context: 'A', alternative: 2 }],
  ]);
});

it('finds that a store reached memory', () => {
  expect(actsOf(run('wl1:mail:A-st.flush'))[1]).toEqual([{ context: 'A', alternative: 255 }]);
});
