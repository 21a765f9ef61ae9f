import { races } from '../explore/races.ts';
import type { Context, Kernel, PackedChoice } from '../kernel/index.ts';
import { explainSleep } from './explainSleep.ts';
import { failureAt } from './failureAt.ts';
import { sayAround, sayBoth } from '../messages/index.ts';
import type { Counterexample, Failure, Localized, Outcome, Verdict } from '../explore/verdict.ts';
import { show } from '../trace/show.ts';
import { shownText } from '../trace/shownText.ts';
import type { Trace } from '../trace/types.ts';
import type { FailureReport, OutcomeReport, VerdictReport } from './protocol.ts';
import { scripted, simulate, tokenAlong, tokenOf } from './simulate.ts';
import { summarize } from './summarize.ts';
import type { World } from './world.ts';

const STEPS = 100_000;

/** A verdict with its sentences, its trace and its tokens: everything that is shown of it. */
export function reportVerdict(world: World, verdict: Verdict): VerdictReport {
  const { states, questions } = verdict;
  const outcomes = verdict.outcomes.map((outcome) => reportOutcome(world, outcome));
  const base = { verdict: verdict.verdict, states, questions, outcomes };
  switch (verdict.verdict) {
    case 'holds':
      return { ...base, sentence: sayBoth(holdsCode(verdict), { states }) };
    case 'cancelled':
      return { ...base, sentence: sayBoth('verdict.cancelled', {}) };
    case 'inconclusive': {
      const { bound, limit, place = '' } = verdict;
      return { ...base, bound, sentence: sayBoth(`verdict.inconclusive.${bound}`, { limit, place }) };
    }
    case 'fails': {
      const failure = reportCounterexample(world, verdict.counterexample);
      return { ...base, failure, sentence: failsSentence(failure, verdict.memory) };
    }
  }
}

function holdsCode({ states, memory }: Verdict): string {
  if (memory === 'tso') return 'verdict.holds.tso';
  return states === 1 ? 'verdict.holds.one' : 'verdict.holds';
}

function failsSentence(failure: FailureReport, memory: Verdict['memory']): Localized {
  // a program that broke a rule did so under any schedule
  if (failure.kind === 'violation') return failure.summary;
  const plain = failure.preemptions === 0 ? 'verdict.fails.free' : 'verdict.fails.preemptions';
  // a way to the circle says nothing of what it takes to stay in it
  const alone = failure.kind === 'livelock' ? 'verdict.fails' : plain;
  const code = memory === 'tso' ? 'verdict.fails.tso' : alone;
  return sayAround(code, { preemptions: failure.preemptions }, failure.summary);
}

function reportCounterexample(world: World, found: Counterexample): FailureReport {
  const script = found.schedule.map((choice) => (choice.context << 8) | choice.alternative);
  const there = simulate(world.kernel, world.initial, scripted(script), STEPS);
  const racing = found.failure.kind === 'data-race' ? racers(world.kernel, there.state) : [];
  const run = simulate(world.kernel, world.initial, scripted([...script, ...racing]), STEPS);
  const token = tokenOf(world.name, run);
  const trace = atOnce(run.recorder.trace(run.state, token), there.steps.length);
  const failure = explainSleep(firstOf(world, found.failure, there.state), trace);
  return {
    kind: failure.kind,
    summary: summarize(world, failure, there.state),
    preemptions: found.preemptions,
    switches: found.switches,
    shortest: found.shortest,
    trace,
    failingStep: Math.max(1, there.steps.length + (racing.length > 0 ? 1 : 0) - (found.cycle ?? 1) + 1),
    token,
  };
}

/** What comes behind the failure is there to be seen: accesses that race are at the same time, and none preempts another. */
function atOnce(trace: Trace, failed: number): Trace {
  const steps = trace.steps.map((step) => {
    if (step.step <= failed) return step;
    const { preempts: _, ...rest } = step;
    return rest;
  });
  return { ...trace, steps };
}

/** Where several properties break at once, the first: a replay says the same. */
function firstOf(world: World, failure: Failure, s: Int32Array): Failure {
  return failure.kind === 'property' ? (failureAt(world, s) ?? failure) : failure;
}

/** The two accesses that race, so that a picture shows both; the write last, for it is what the other one did not see. */
function racers(k: Kernel, s: Int32Array): PackedChoice[] {
  let found: readonly Context[] = [];
  races(k, s, ({ first, second }) => {
    if (found.length === 0) found = k.pending(s, first).type === 'store' ? [second, first] : [first, second];
  });
  return found.map((c) => c.index << 8);
}

function reportOutcome(world: World, outcome: Outcome): OutcomeReport {
  const k = world.kernel;
  // Numbers stay numbers: whoever compares outcomes compares codes.
  const text = (value: unknown): string =>
    typeof value === 'number' ? String(value) : shownText(show(k, value as never));
  const results = Object.entries(outcome.results).map(([name, values]) => [name, values.map(text)] as const);
  const watched = Object.entries(outcome.watched).map(([name, value]) => [name, text(value)] as const);
  return {
    results: Object.fromEntries(results),
    watched: Object.fromEntries(watched),
    token: tokenAlong(world, outcome.witness),
    preemptions: outcome.preemptions,
  };
}
