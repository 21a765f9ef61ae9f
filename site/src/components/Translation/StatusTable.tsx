import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { TranslatedPage, TranslatedTexts } from '../../../plugins/translation';
import { WideTable } from '../WideTable/WideTable';
import styles from './Translation.module.css';

const inStep = <Translate id="translation.inStep">in step</Translate>;

/** A page's title has no anchor: it is the page. */
const anchor = (section: string): string => (['page', 'intro', 'top'].includes(section) ? '' : `#${section}`);

/** The pages, and the sections of each that are behind. */
export function PageTable({ pages }: { readonly pages: readonly TranslatedPage[] }): ReactNode {
  return (
    <WideTable className={styles.status}>
      <thead>
        <tr>
          <th>
            <Translate id="translation.page">Page</Translate>
          </th>
          <th>
            <Translate id="translation.sections">Sections</Translate>
          </th>
          <th>
            <Translate id="translation.state">Translation</Translate>
          </th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </WideTable>
  );
}

/** The exercises, and how many texts of each are behind. */
export function TextTable({ texts }: { readonly texts: readonly TranslatedTexts[] }): ReactNode {
  return (
    <WideTable className={styles.status}>
      <thead>
        <tr>
          <th>
            <Translate id="translation.text">Exercise or file</Translate>
          </th>
          <th>
            <Translate id="translation.texts">Texts</Translate>
          </th>
          <th>
            <Translate id="translation.state">Translation</Translate>
          </th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </WideTable>
  );
}
