import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { useEffect, useState, type ReactNode } from 'react';
import { useHomes } from './useHomes';

/** Leads to the reader's copy of the course; says so when the course has changed since it was made. */
export function OfflineLink(): ReactNode {
  const { home } = useHomes();
  const [behind, setBehind] = useState(false);
  useEffect(() => {
    // Only who has a copy is served by a worker, and asks.
    if (!navigator.serviceWorker?.controller) return;
    void import('./copies').then(async ({ compareCopy }) =>
      setBehind((await compareCopy(home)).state === 'behind'),
    );
  }, [home]);
  return (
    <>
      <Link to="/offline/">
        <Translate id="offline.title">Read offline</Translate>
      </Link>{' '}
      <span role="status">
        {behind && <Translate id="offline.behindShort">The course has changed since you kept it.</Translate>}
      </span>
    </>
  );
}
