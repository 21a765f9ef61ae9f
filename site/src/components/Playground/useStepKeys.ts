import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import type { PlaygroundState } from './playground';
import { stepKeys, type Stepping } from './stepKeys';

/** Hears the keys for stepping by hand inside this element, and nowhere else. */
export function useStepKeys(state: PlaygroundState, actions: Stepping): RefObject<HTMLDivElement | null> {
  const region = useRef<HTMLDivElement>(null);
  const hear = useEffectEvent((event: KeyboardEvent) => stepKeys(state, actions)(event));
  useEffect(() => {
    const node = region.current;
    const listen = (event: KeyboardEvent) => hear(event);
    node?.addEventListener('keydown', listen);
    return () => node?.removeEventListener('keydown', listen);
  }, []);
  return region;
}
