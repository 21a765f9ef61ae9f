import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { TranslatedPage, TranslatedTexts } from '../../../plugins/translation';
import { WideTable } from '../WideTable/WideTable';
import styles from './Translation.module.css';

const inStep = <Translate id="translation.inStep">in step</Translate>;

/** A page's title has no anchor: it is the page. */
const anchor = (section: string): string => (['page', 'intro', 'top'].includes(section) ? '' : `#${section}`);

interface Props {
  /** Heads of the first two columns. */
  readonly what: ReactNode;
  readonly count: ReactNode;
  readonly children: ReactNode;
}

function StatusTable({ what, count, children }: Props): ReactNode {
  return (
    <WideTable className={styles.status}>
      <thead>
        <tr>
          <th>{what}</th>
          <th>{count}</th>
          <th>
            <Translate id="translation.state">Translation</Translate>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </WideTable>
  );
}

/** The pages, and the sections of each that are behind. */
export function PageTable({ pages }: { readonly pages: readonly TranslatedPage[] }): ReactNode {
  return (
    <StatusTable
      what={<Translate id="translation.page">Page</Translate>}
      count={<Translate id="translation.sections">Sections</Translate>}
    >
      {pages.map(({ title, path, source, sections, behind }) => (
        <tr key={path}>
          <td>
            <Link to={path}>{title}</Link>
            {source === 'zh-Hans' && (
              <>
                {' · '}
                <Translate id="translation.fromChinese">written in Chinese first</Translate>
              </>
            )}
          </td>
          <td>{sections}</td>
          <td>
            {behind.length === 0 && inStep}
            {behind.map(({ id, heading }) => (
              <div key={id}>
                <Translate id="translation.behindAt">behind:</Translate>{' '}
                <Link to={path + anchor(id)}>{heading}</Link>
              </div>
            ))}
          </td>
        </tr>
      ))}
    </StatusTable>
  );
}

/** The exercises, and how many texts of each are behind. */
export function TextTable({ texts }: { readonly texts: readonly TranslatedTexts[] }): ReactNode {
  return (
    <StatusTable
      what={<Translate id="translation.text">Exercise or file</Translate>}
      count={<Translate id="translation.texts">Texts</Translate>}
    >
      {texts.map(({ title, texts: count, behind }) => (
        <tr key={title}>
          <td>{title}</td>
          <td>{count}</td>
          <td>
            {behind === 0 ? (
              inStep
            ) : (
              <Translate id="translation.behindCount" values={{ count: behind }}>
                {'behind: {count}'}
              </Translate>
            )}
          </td>
        </tr>
      ))}
    </StatusTable>
  );
}
