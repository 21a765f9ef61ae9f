import type { Failure } from './verdict.ts';

/** Whether two failures are of one kind; of a broken property, whether it is the same one. */
export const sameKind = (a: Failure, b: Failure): boolean =>
  a.kind === b.kind && (a.kind !== 'property' || (a.code === b.code && a.title?.en === b.title?.en));
