import { useCallback, useEffect, useRef, useState } from 'react';
import {
  anyCopy,
  compareCopy,
  listOf,
  makeCopy,
  NotKept,
  removeCopy,
  type Compared,
  type Obstacle,
} from './copies';
import { useHomes } from './useHomes';

/** What this browser has of the course, in the reader's language, and what can be done about it. */
export interface CopyOfCourse extends Seen {
  /** Files that are there, while a copy is being made. */
  readonly progress?: number;
  readonly obstacle?: Obstacle;
  make(): void;
  cancel(): void;
  remove(): void;
}

/** Without a state until it is known. */
type Seen = Partial<Omit<Compared, 'state'>> & { readonly state?: Compared['state'] | 'unsupported' };

export function useCopy(): CopyOfCourse {
  const { home, root } = useHomes();
  const [seen, setSeen] = useState<Seen>({});
  const [progress, setProgress] = useState<number>();
  const [obstacle, setObstacle] = useState<Obstacle>();
  const making = useRef<AbortController>(undefined);

  const look = useCallback(async () => setSeen(await seenAt(home)), [home]);
  useEffect(() => {
    void seenAt(home).then(setSeen);
    return () => making.current?.abort();
  }, [home]);

  async function make(): Promise<void> {
    making.current = new AbortController();
    setObstacle(undefined);
    setProgress(0);
    try {
      await makeCopy(home, await listOf(home), setProgress, making.current.signal);
      await navigator.serviceWorker.register(`${root}service-worker.js`, { scope: root });
    } catch (error) {
      if (error instanceof NotKept) setObstacle(error.obstacle);
      else if (!making.current.signal.aborted) throw error;
    } finally {
      making.current.abort();
      setProgress(undefined);
      await look();
    }
  }

  async function remove(): Promise<void> {
    setObstacle(undefined);
    await removeCopy(home);
    if (!(await anyCopy(root))) await (await navigator.serviceWorker.getRegistration(root))?.unregister();
    await look();
  }

  return {
    ...seen,
    progress,
    obstacle,
    make: () => void make(),
    cancel: () => making.current?.abort(),
    remove: () => void remove(),
  };
}

const seenAt = async (home: string): Promise<Seen> =>
  supported() ? compareCopy(home) : { state: 'unsupported' };

/** A page that was opened from a file, or without https, has neither; while somebody develops the site a copy would be in the way. */
function supported(): boolean {
  return process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator && 'caches' in window;
}
