import lessons from '@generated/work-loop-course/default/course.json';
import { useMemo, useSyncExternalStore } from 'react';
import type { ExerciseProgress } from '../components/Exercise/progress';
import { keptAs } from '../progress/kept';
import { shelf } from '../storage/useKept';

const ids = lessons.flatMap(({ exercises }) => exercises.map(({ id }) => id));

/** What this browser keeps of each exercise of the course, by id. */
export function useSolved(): ReadonlyMap<string, ExerciseProgress> {
  const texts = useSyncExternalStore(
    shelf.subscribe,
    () => JSON.stringify(ids.map((id) => shelf.read(`progress:${id}`))),
    () => '[]',
  );
  return useMemo(() => {
    const found = (JSON.parse(texts) as (string | null)[]).map((text, index) => {
      const progress = text === null ? undefined : keptAs.progress(parsed(text));
      return [ids[index] ?? '', progress] as const;
    });
    return new Map(found.filter((entry): entry is [string, ExerciseProgress] => entry[1] !== undefined));
  }, [texts]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
