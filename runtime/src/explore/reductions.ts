/**
 * Which steps a macro-step may join, and which states are one.
 *
 * A joined step is a left-mover (Lipton, 1975): nobody can disable it or change what it does, and taken at once it takes nothing from
 * anybody. So every run has an equivalent one in which it comes right behind the step before it, and only that one is explored. Nobody is
 * left out for ever: a macro-step ends, and in the state it ends in everybody may move.
 *
 * Preserved by each: hangs, panics, races, return values, final states, outcomes and predicates, as no write to what a property looks at
 * is joined. By all but `unlock` and `symmetry` also the least counterexample: who goes on is who moved last, which costs neither a
 * preemption nor a switch.
 *
 * Where stores wait in buffers a step must commute with the flushes too, its own context's and those of others, and what drains the buffer
 * is as visible as the stores in it.
 */
export interface Reductions {
  /**
   * Loads of a cell that nobody stores, and questions that only oneself could change the answer of. No store to such a cell waits
   * anywhere, so no flush changes the answer.
   */
  readonly constant: boolean;
  /**
   * Accesses to a cell under the mutex that everybody holds who accesses it. A store to it that waits is of who holds the mutex, for
   * giving it back drains: a flush of it is seen by nobody else, and oneself reads the same before and after it.
   */
  readonly guarded: boolean;
  /** Taking again and giving back an inner level of a recursive mutex: a plain count, which does not drain. */
  readonly nested: boolean;
  /**
   * The last unlock of a mutex that nobody try-locks, if what it drains is guarded: others can only wait for it. Not while minimizing:
   * whoever ran into the mutex was left for nothing, and whoever finds it free is preempted.
   */
  readonly unlock: boolean;
  /** Stores to unsynchronized cells that wait in a buffer: only it changes, at the end that no flush touches. */
  readonly buffered: boolean;
  /**
   * Of states that differ only in who of interchangeable clients is who, one is stored (`Symmetry`). Preserved: hangs, panics, races,
   * final states and outcomes, all up to an exchange of these clients, and exactly once the exchanges are put back. Predicates see no
   * difference: a client that one names is not interchangeable. Not while minimizing, which asks who moved last.
   */
  readonly symmetry: boolean;
}

export const ALL: Reductions = {
  constant: true,
  guarded: true,
  nested: true,
  unlock: true,
  buffered: true,
  symmetry: true,
};
export const NONE: Reductions = {
  constant: false,
  guarded: false,
  nested: false,
  unlock: false,
  buffered: false,
  symmetry: false,
};
