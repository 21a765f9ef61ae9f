import type { LanguageReply, LanguageRequest, Methods } from './protocol';

/** The near end of the way to a worker. */
export interface LanguagePort {
  postMessage(request: LanguageRequest): void;
  addEventListener(type: 'message', listener: (event: { data: LanguageReply }) => void): void;
}

interface Asked {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Pairs the worker's answers with our questions. */
export class LanguageClient {
  readonly #asked = new Map<number, Asked>();
  readonly #port: LanguagePort;
  #lastId = 0;

  constructor(port: LanguagePort) {
    this.#port = port;
    port.addEventListener('message', ({ data }) => this.#hear(data));
  }

  /** Rejects if the worker cannot answer. */
  ask<Method extends keyof Methods>(
    method: Method,
    ...args: Parameters<Methods[Method]>
  ): Promise<Awaited<ReturnType<Methods[Method]>>> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#port.postMessage({ id, method, args } as LanguageRequest);
    });
  }

  /** Nothing more will be answered. */
  fail(reason: string): void {
    for (const { reject } of this.#asked.values()) reject(new Error(reason));
    this.#asked.clear();
  }

  #hear({ id, answer, fault }: LanguageReply): void {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (fault === undefined) asked?.resolve(answer as never);
    else asked?.reject(new Error(fault));
  }
}
