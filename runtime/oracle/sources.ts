import type { Source, Step } from './read.ts';
import { NotCovered, type Writer } from './writer.ts';

/** How a kind of event source is made, and the method that is its action. */
interface Kind {
  /** An expression of `setup`. */
  make(source: Source): string;
  /** What its action's method is given. */
  readonly parameters?: string;
  /** How its action shows in the order of starts; none if the action logs itself. */
  order?(source: Source): string;
}

const own = (source: Source): string => `this.fired_${source.name}`;

const kinds: Readonly<Record<string, Kind>> = {
  gate: {
    make: ({ action, noAction }) =>
      `IOCommandGate.commandGate(this${noAction || !action ? '' : `, this.action_${action}`})`,
  },
  soft: {
    make: (source) => `IOInterruptEventSource.interruptEventSource(this, ${own(source)})`,
    parameters: '_source, count',
    order: (source) => `'${source.name}#' + count`,
  },
  irq: {
    make: (source) =>
      `IOInterruptEventSource.interruptEventSource(this, ${own(source)}, this.line_${source.line}, 0)`,
    parameters: '_source, count',
    order: (source) => `'${source.name}#' + count`,
  },
  filter: {
    make: (source) =>
      `IOFilterInterruptEventSource.filterInterruptEventSource(this, ${own(source)}, this.filter_${source.name}, this.line_${source.line}, 0)`,
    parameters: '_source, count',
    order: (source) => `'${source.name}#' + count`,
  },
  timer: {
    make: (source) =>
      `IOTimerEventSource.timerEventSource(${source.options ?? 'kIOTimerEventSourceOptionsDefault'}, this${source.noAction ? '' : `, ${own(source)}`})`,
    order: (source) => `'${source.name}'`,
  },
  test: {
    make: (source) => `new TestSource(this, ${own(source)})`,
    order: (source) => `'${source.name}'`,
  },
};

function kindOf(source: Source): Kind {
  const kind = Object.hasOwn(kinds, source.kind) ? kinds[source.kind] : undefined;
  if (kind) return kind;
  throw new NotCovered(`source kind ${source.kind}`);
}

/** Makes a source, adds and enables it: statements of setup. Throws NotCovered. */
export function makeSource(source: Source): string {
  const field = `this.source_${source.name}`;
  const made = [`${field} = ${kindOf(source).make(source)};`];
  if (source.add !== false) made.push(`yield* this.loop_${source.loop}.addEventSource(${field});`);
  if (source.enable) made.push(`yield* ${field}.enable();`);
  return made.join('\n');
}

/** The methods that are a source's own action, and its filter, around the steps of those that the scenario names; none for a gate. */
export function actionOf(
  source: Source,
  actions: Readonly<Record<string, readonly Step[]>>,
  w: Writer,
  body: (owner: string, steps: readonly Step[]) => string,
): string {
  const { order, parameters = '' } = kindOf(source);
  if (!order) return '';
  const { action } = source;
  const steps = action ? body(action, actions[action] ?? []) : '';
  const filters = source.filter ? body(source.filter, actions[source.filter] ?? []) : '';
  const filter = `*filter_${source.name}() { ${w.order(`'filter:${source.name}'`)} ${filters} return 0; }`;
  return `${source.kind === 'filter' ? filter : ''}
*fired_${source.name}(${parameters}) { ${w.order(order(source))} ${steps} return 0; }`;
}
