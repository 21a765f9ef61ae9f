import type { Handle, Value } from '../effects/index.ts';
import type { KernelEvent } from '../kernel/index.ts';
import type { Localized } from './verdict.ts';
import type { View } from './view.ts';

/** Must hold in every state. */
export interface StateProperty {
  readonly kind: 'state';
  readonly title: Localized;
  /** The title says what must not happen, not what must hold. */
  readonly forbids?: boolean;
  holds(view: View): boolean;
}

/** Must hold in every final state. */
export interface EndProperty {
  readonly kind: 'end';
  readonly title: Localized;
  holds(view: View): boolean;
}

/**
 * A small deterministic automaton that watches what happens. Its state is part of the system state, so it must stay small: an
 * unbounded count makes the search endless.
 */
export interface Monitor {
  readonly kind: 'monitor';
  readonly title: Localized;
  readonly initial: Value;
  /** Whether it can ever move on this event, in whatever state it is: the steps that cause one are never reduced. */
  observes(event: KernelEvent): boolean;
  /** The state after an event. */
  next(state: Value, event: KernelEvent): Value;
  /** Whether this state breaks the property. */
  fails(state: Value): boolean;
}

/** Nobody may go round in a circle for ever without a call's returning, however fair the schedule is. */
export interface NoLivelock {
  readonly kind: 'livelock';
  readonly title: Localized;
}

export type Property = StateProperty | EndProperty | Monitor | NoLivelock;

/** What must hold, and what a property or an outcome may look at. */
export interface PropertySet {
  readonly properties: readonly Property[];
  /** Cells by the name that properties and outcomes use. */
  readonly watch: Readonly<Record<string, Handle>>;
}
