import type { Request } from '../../effects/ask.ts';
import { privateField, settlePrivate } from './private.ts';
import type { Procedure } from './procedures.ts';
import { runCall, runRequest, type Run } from './runs.ts';
import type { Site } from './stack.ts';
import { refuse, running } from './state.ts';

interface Call {
  readonly procedure: Procedure;
  readonly self: unknown;
  readonly args: readonly unknown[];
}

type Body = { readonly request: Request } | { readonly call: Call };

const most = 64;
const generatorPrototype = Object.getPrototypeOf(function* () {}).prototype as object;

/** Something that a thread may ask. It asks when it is run, and only an instrumented `yield*` can run it. */
class Operation {
  readonly #body: Body;
  #site: Site | undefined;
  #run = false;
  /** The library's own text made it: it may name what is private. */
  #vouched = false;

  constructor(body: Body) {
    this.#body = body;
    running.unstarted.push({
      name: describe(body),
      stack: running.explaining ? new Error().stack : undefined,
    });
    if (running.unstarted.length > most) refuse('too-many-operations', { operation: describe(body) });
  }

  static is(value: unknown): value is Operation {
    return typeof value === 'object' && value !== null && #body in value;
  }

  /** `$wl_l`: the only way to get ready. */
  static ready(operation: Operation, site: Site): void {
    if (operation.#site) refuse('operation-run-twice', { operation: describe(operation.#body), ...site });
    operation.#site = site;
  }

  static vouch(operation: Operation): void {
    operation.#vouched = true;
  }

  /** The private field that an operation names, if nobody vouched for it. */
  static privateField(operation: Operation): string | undefined {
    if (operation.#vouched || !('request' in operation.#body)) return undefined;
    settlePrivate();
    for (const value of Object.values(operation.#body.request)) {
      const field = privateField(value);
      if (field !== undefined) return field;
    }
    return undefined;
  }

  static describe(operation: Operation): string {
    return describe(operation.#body);
  }

  [Symbol.iterator](): Run {
    const operation = describe(this.#body);
    if (!this.#site || this.#run) return refuse('operation-run-by-hand', { operation });
    this.#run = true;
    const { unstarted } = running;
    // nearly always it is the one that was made last
    if (unstarted.at(-1)?.name === operation) unstarted.pop();
    else
      unstarted.splice(
        unstarted.findLastIndex(({ name }) => name === operation),
        1,
      );
    if ('request' in this.#body) return runRequest(this.#body.request, this.#site);
    const { procedure, self, args } = this.#body.call;
    return runCall(procedure, self, args, this.#site);
  }

  [Symbol.toPrimitive](): never {
    return refuse('operation-not-run', { operation: describe(this.#body) });
  }
}
// A constructor within reach would make operations out of anything.
Object.defineProperty(Operation.prototype, 'constructor', { value: undefined });
Object.freeze(Operation.prototype);

const describe = (body: Body): string => ('request' in body ? body.request.type : body.call.procedure.label);

export function operationOf(body: Body): object {
  if (running.mode === 'load' || running.mode === 'idle')
    refuse('operation-outside-thread', { operation: describe(body) });
  return new Operation(body);
}

export const nameOfOperation = (value: unknown): string | undefined =>
  Operation.is(value) ? Operation.describe(value) : undefined;

/** What `yield*` may run: an operation, or a generator that nobody wrapped. */
export function readyToRun(value: unknown, site: Site): Iterable<unknown> {
  if (Operation.is(value)) Operation.ready(value, site);
  else if (!isGenerator(value)) refuse('not-an-operation', { ...site });
  return value as Iterable<unknown>;
}

/** Lets an operation that the library's text makes on a field name what is private. */
export function vouchedFor(value: unknown): unknown {
  if (Operation.is(value)) Operation.vouch(value);
  return value;
}

/** Refuses an operation that goes behind the methods of the library's objects, whoever runs it. */
export function refusePrivate(value: unknown): void {
  const field = Operation.is(value) ? Operation.privateField(value) : undefined;
  if (field !== undefined) refuse('private-field', { field });
}

export function isGenerator(value: unknown): value is Run {
  return typeof value === 'object' && value !== null && generatorPrototype.isPrototypeOf(value);
}
