import Translate, { translate } from '@docusaurus/Translate';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../Button/Button';
import styles from './Playground.module.css';

/** A place to paste a run that somebody else has seen, or this reader yesterday. */
export function ReplayToken({ onReplay }: { onReplay: (token: string) => void }): ReactNode {
  const [token, setToken] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    if (token.trim()) onReplay(token.trim());
  }
  return (
    <details className={styles.replay}>
      <summary>
        <Translate id="replay.title">Replay a token</Translate>
      </summary>
      <form onSubmit={submit}>
        <input
          value={token}
          onChange={(event) => setToken(event.target.value)}
          aria-label={translate({ id: 'replay.label', message: 'Replay token' })}
          placeholder="wl2:…"
          spellCheck={false}
          autoComplete="off"
        />
        <Button type="submit">
          <Translate id="replay.replay">Replay</Translate>
        </Button>
      </form>
    </details>
  );
}
