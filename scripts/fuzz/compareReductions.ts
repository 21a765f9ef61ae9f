import { exploreOnce } from '../../runtime/src/explore/explore.ts';
import { isHang } from '../../runtime/src/explore/hangs.ts';
import { ALL, NONE, type Reductions } from '../../runtime/src/explore/reductions.ts';
import { everythingIn } from '../../runtime/src/explore/testing/everything.ts';
import { differ } from './differ.ts';
import { LESS } from './less.ts';
import type { Look, Opened } from './opened.ts';

/** What is said differently of a program where reductions are switched off: what goes wrong, what races, who hangs, which outcomes there are. */
export function compareReductions(opened: Opened, less = LESS): string[] {
  const all = opened.look(seen(ALL));
  return less.flatMap(([name, reductions]) => {
    const found = opened.look(seen(reductions));
    return (['kinds', 'races', 'stuck', 'finals'] as const).flatMap((of) =>
      differ(`${name}, ${of}`, { all: all[of], [name]: found[of] }),
    );
  });
}

const seen =
  (reductions: Reductions): Look<ReturnType<typeof everythingIn>> =>
  (world, textOf) =>
    everythingIn(world, textOf, { reductions });

/** Whether the least counterexample is the same without reductions as with those that keep it. */
export function compareMinima(opened: Opened): readonly string[] {
  const [plain, reduced] = [NONE, ALL].map((reductions) => opened.look(least(reductions)));
  return differ('least counterexample', { none: plain ?? [], all: reduced ?? [] });
}

/** What the verdict is, and of a counterexample its cost; how far one goes into a hang is a matter of taste. */
const least =
  (reductions: Reductions): Look<readonly string[]> =>
  (world) => {
    const verdict = exploreOnce(world, { properties: world.properties, reductions });
    if (verdict.verdict !== 'fails') return [verdict.verdict];
    const { failure, preemptions, switches, schedule, shortest } = verdict.counterexample;
    const steps = isHang(failure.kind) ? '' : `, ${schedule.length} steps`;
    return [
      `${failure.kind}: ${preemptions} preemptions, ${switches} switches${steps}${shortest ? '' : ', perhaps not the shortest'}`,
    ];
  };
