import { limits, meant, type Limit } from './limits.ts';

/** Something that was weighed: in bytes, gzipped. */
export interface Measured {
  readonly limit: Limit;
  /** What was weighed, where a limit is on several things. */
  readonly what: string;
  readonly bytes: number;
}

const kilobytes = ({ bytes }: Measured): number => bytes / 1000;

export const isOver = (one: Measured): boolean => kilobytes(one) > limits[one.limit];

/** Whether it keeps within its limit, what it is, its weight and what it may weigh. */
export function line(one: Measured, named: string = one.what): string {
  const [weight, most] = [kilobytes(one).toFixed(1).padStart(6), String(limits[one.limit]).padStart(3)];
  return `${isOver(one) ? '✕' : '✓'} ${named.padEnd(48)} ${weight} of ${most} KB`;
}

/** For each limit the heaviest of what it is on. */
export function worst(all: readonly Measured[]): string[] {
  return (Object.keys(limits) as Limit[]).map((limit) => {
    const [heaviest] = all.filter((one) => one.limit === limit).toSorted((a, b) => b.bytes - a.bytes);
    if (!heaviest) throw new Error(`nothing was weighed for: ${meant[limit]}`);
    return `${line(heaviest, meant[limit])}  ${heaviest.what}`;
  });
}
