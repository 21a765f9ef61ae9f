/** Why a run ended in the kernel: data, sentences are elsewhere. */
export interface KernelFailure {
  readonly kind: 'panic' | 'runtime-error' | 'violation';
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly context: number;
}
