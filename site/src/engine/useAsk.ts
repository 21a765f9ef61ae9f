import { useRef } from 'react';
import type { Engine } from './Engine';
import { pageEngine, stopPageEngine } from './pageEngine';
import { troubleOf, type Trouble } from './trouble';
import { useEngineFolder } from './useEngineFolder';

/** What is heard of a question that failed. */
type Troubled = { readonly type: 'troubled'; readonly trouble: Trouble };

export interface Asking {
  /** Puts a question to the page's engine; only the latest one's answer is heard. */
  ask<Event>(question: (engine: Engine) => Promise<Event>, hear: (event: Event | Troubled) => void): void;
  /** Stops what is under way. */
  drop(): void;
  /** Starts the engine before it is asked. */
  warm(): void;
}

/** One question at a time: a newer one drops the older one with its engine. */
export function useAsk(): Asking {
  const folder = useEngineFolder();
  const latest = useRef<symbol>(undefined);

  function drop() {
    if (latest.current) stopPageEngine();
    latest.current = undefined;
  }

  return {
    ask(question, hear) {
      drop();
      const mine = Symbol('question');
      latest.current = mine;
      void pageEngine(folder)
        .then(question)
        .catch((error: unknown): Troubled => ({ type: 'troubled', trouble: troubleOf(error) }))
        .then((event) => {
          if (latest.current !== mine) return;
          latest.current = undefined;
          hear(event);
        });
    },
    drop,
    warm: () => void pageEngine(folder).catch(() => {}),
  };
}
