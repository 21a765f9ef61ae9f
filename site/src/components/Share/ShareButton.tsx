import Translate from '@docusaurus/Translate';
import { useState, type ReactNode } from 'react';
import { Button } from '../Button/Button';
import { fragmentOf, type Shared } from './share';
import styles from './Share.module.css';

interface Props {
  /** Under which the browser keeps the work. */
  readonly name: string;
  readonly shared: () => Shared;
}

/** Copies a link to this page that carries the learner's work. */
export function ShareButton({ name, shared }: Props): ReactNode {
  const [made, setMade] = useState<'copied' | 'tooLong' | { readonly link: string }>();

  async function copy() {
    const fragment = await fragmentOf(name, shared());
    if (!fragment) return setMade('tooLong');
    const link = `${location.origin}${location.pathname}#${fragment}`;
    try {
      await navigator.clipboard.writeText(link);
      setMade('copied');
    } catch {
      setMade({ link });
    }
  }

  return (
    <>
      <Button onClick={() => void copy()}>
        <Translate id="share.copy">Copy link</Translate>
      </Button>
      <span role="status" className={styles.made}>
        {made === 'copied' && (
          <Translate id="share.copied">
            Copied. The link carries this code; nothing is stored anywhere.
          </Translate>
        )}
        {made === 'tooLong' && (
          <Translate id="share.tooLong">Too much code for a link. Send the files instead.</Translate>
        )}
        {typeof made === 'object' && (
          <label className={styles.byHand}>
            <Translate id="share.byHand">Copy it from here:</Translate>
            <input readOnly value={made.link} onFocus={({ target }) => target.select()} />
          </label>
        )}
      </span>
    </>
  );
}
