import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { Button, ButtonRow } from '../components/Button/Button';
import type { Obstacle } from './copies';
import { sizeOf, type OfflineList } from './offlineList';
import { useCopy } from './useCopy';

/** Says whether this browser has a copy of the course, and makes, renews or removes it. */
export function OfflineCopy(): ReactNode {
  const copy = useCopy();
  const { state, progress, obstacle, offered, kept } = copy;
  const busy = progress !== undefined;
  return (
    <>
      <p role="status">{busy ? <Making files={progress} list={offered} /> : <State {...copy} />}</p>
      {obstacle && (
        <p role="alert">
          <Refused obstacle={obstacle} />
        </p>
      )}
      <ButtonRow>
        {busy && (
          <Button onClick={copy.cancel}>
            <Translate id="playground.cancel">Cancel</Translate>
          </Button>
        )}
        {!busy && state === 'none' && (
          <Button kind="first" disabled={!offered} onClick={copy.make}>
            <Translate id="offline.make">Keep a copy</Translate>
          </Button>
        )}
        {!busy && state === 'behind' && (
          <Button kind="first" onClick={copy.make}>
            <Translate id="offline.update">Update the copy</Translate>
          </Button>
        )}
        {!busy && kept && (
          <Button onClick={copy.remove}>
            <Translate id="offline.remove">Remove the copy</Translate>
          </Button>
        )}
      </ButtonRow>
    </>
  );
}

function Making({ files, list }: { files: number; list?: OfflineList }): ReactNode {
  const { i18n } = useDocusaurusContext();
  const number = new Intl.NumberFormat(i18n.currentLocale);
  return (
    <Translate
      id="offline.making"
      values={{ files: number.format(files), all: list ? number.format(list.files.length) : '…' }}
    >
      {'{files} of {all} files kept so far.'}
    </Translate>
  );
}

function State({ state, offered, kept }: ReturnType<typeof useCopy>): ReactNode {
  const { i18n } = useDocusaurusContext();
  const size = (list: OfflineList): string =>
    new Intl.NumberFormat(i18n.currentLocale, { maximumFractionDigits: 0 }).format(sizeOf(list) / 1e6);
  switch (state) {
    case undefined:
      return null;
    case 'unsupported':
      return (
        <Translate id="offline.unsupported">
          This browser cannot keep a copy here: that takes a built site, opened over https or from this
          machine.
        </Translate>
      );
    case 'none':
      return offered ? (
        <Translate id="offline.none" values={{ size: size(offered) }}>
          {'Nothing is kept yet. A copy takes {size} MB in this browser.'}
        </Translate>
      ) : (
        <Translate id="offline.unreachable">Nothing is kept yet, and the site cannot be reached.</Translate>
      );
    case 'kept':
      return (
        <Translate id="offline.kept" values={{ size: kept ? size(kept) : '' }}>
          {'A complete copy is kept: {size} MB. You can read and run everything without a network.'}
        </Translate>
      );
    case 'behind':
      return (
        <Translate id="offline.behind">
          The course has changed since you kept it. Until you update it, the copy stays as it is.
        </Translate>
      );
  }
}

function Refused({ obstacle }: { obstacle: Obstacle }): ReactNode {
  switch (obstacle) {
    case 'network':
      return (
        <Translate id="offline.network">
          The site could not be reached. What has arrived is kept: try again, and it goes on from there.
        </Translate>
      );
    case 'space':
      return (
        <Translate id="offline.space">
          This browser gives the site no more space. Make room in its settings, then try again.
        </Translate>
      );
    case 'changed':
      return (
        <Translate id="offline.changed">
          The site changed while it was being copied. Reload this page and try again.
        </Translate>
      );
  }
}
