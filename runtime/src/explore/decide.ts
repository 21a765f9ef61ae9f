import { limitQuestions, LimitReached } from './limits.ts';
import { NONE, type Reductions } from './reductions.ts';
import { Search, type Finding, type World } from './search.ts';
import { Cancelled, finish, type Pace, type Slices } from './slices.ts';

/** How many states, without reductions, are looked at to learn what the reductions may take for granted. */
const LESSON = 2000;
/** After so many that taught nothing, it knows what there is to know, or nearly. */
const QUIET = 300;
const OFTEN = 4096;

export interface DecideOptions extends Pace {
  readonly reductions: Reductions;
  /** Go on after a failure and collect them all. */
  readonly all: boolean;
  /** States to learn from before the reductions are used. */
  readonly lesson?: number;
  /** How many questions the guest was asked so far. */
  questions?(): number;
}

export interface Decided {
  readonly search: Search;
  /** In the order they were met; at most one unless `all`. */
  readonly findings: readonly Finding[];
  /** Why it is not complete, where that is not a failure. */
  readonly stopped?: LimitReached | Cancelled;
}

/** Breadth-first over all states, the pool is the queue. Starts again when an assumption of the reductions turns out wrong. */
export const decide = (world: World, options: DecideOptions): Decided =>
  finish(deciding(world, options), options);

/** The same in slices. */
export function* deciding(world: World, options: DecideOptions): Slices<Decided> {
  if (Object.values(options.reductions).includes(true)) teach(world, options.lesson);
  for (;;) {
    world.assumptions.restart();
    const decided = yield* attempt(world, options);
    if (decided) return decided;
  }
}

/** Depth first: that comes to the ends of calls soon. It ends early where nothing new has been learnt for long. */
export function teach(world: World, lesson = LESSON): void {
  const search = new Search(world, NONE);
  const { assumptions } = world;
  let learnt = 0;
  let quiet = 0;
  try {
    const open = [0];
    for (let state = open.pop(); state !== undefined && search.pool.size < lesson; state = open.pop()) {
      quiet = assumptions.learnt === learnt ? quiet + 1 : 0;
      if (quiet > QUIET) return;
      learnt = assumptions.learnt;
      const known = search.pool.size;
      search.expand(state, () => {});
      for (let next = search.pool.size - 1; next >= known; next--) open.push(next);
    }
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
}

/** One search; undefined where what it took for granted is not so. */
function* attempt(world: World, options: DecideOptions): Slices<Decided | undefined> {
  const search = new Search(world, options.reductions);
  const findings: Finding[] = [];
  let known = 0;
  try {
    for (let state = 0; state < search.pool.size; state++) {
      search.expand(state, (finding) => findings.push(finding));
      // joined or not, the steps to a failure are a run of the program; with clients exchanged that are told apart they may be none
      const exchanged = world.assumptions.broken && search.symmetry;
      if (findings.length > 0 && !options.all && !exchanged)
        return { search, findings: findings.slice(0, 1) };
      if (world.assumptions.broken) return undefined;
      if (state % OFTEN < OFTEN - 1) continue;
      yield* pause(search, state, options, { born: search.pool.size - known });
      known = search.pool.size;
    }
  } catch (error) {
    if (!(error instanceof LimitReached || error instanceof Cancelled)) throw error;
    return world.assumptions.broken && search.symmetry ? undefined : { search, findings, stopped: error };
  }
  return { search, findings };
}

/** Now and then: says how far it is, and looks whether to go on. `born`: so many states are new since the last time. */
export function* pause(
  search: Search,
  expanded: number,
  { questions }: Pick<DecideOptions, 'questions'>,
  { moreBytes = 0, born }: { readonly moreBytes?: number; readonly born?: number } = {},
): Slices<void> {
  const { limits } = search.world;
  const frontier = Math.max(0, search.pool.size - expanded - 1);
  const left = born === undefined ? undefined : guessLeft(frontier, born / OFTEN);
  yield { states: search.pool.size, frontier, ...(left !== undefined && { left }) };
  if (search.bytes + moreBytes > limits.memory) throw new LimitReached('memory', limits.memory);
  limitQuestions(limits, questions);
}

/** If every state goes on bringing as many new ones as of late, the frontier and what comes of it are a geometric series. */
const guessLeft = (frontier: number, each: number): number | undefined =>
  each < 1 ? Math.round(frontier / (1 - each)) : undefined;
