import useBrokenLinks from '@docusaurus/useBrokenLinks';
import entries from '@generated/work-loop-glossary/default/entries.json';
import type { ReactNode } from 'react';
import { useLocale } from '../useLocale';
import { WideTable } from '../WideTable/WideTable';
import styles from './Glossary.module.css';

/** The terms that have a definition, in the order of the page's language. */
export function Terms(): ReactNode {
  const { collectAnchor } = useBrokenLinks();
  const lang = useLocale() === 'en' ? 'zh-Hans' : 'en';
  return (
    <dl className={styles.terms}>
      {entries
        .filter(({ about }) => about)
        .map(({ id, words, others, about }) => {
          collectAnchor(id);
          return (
            <div key={id} id={id}>
              <dt>
                <dfn>{words.join(' · ')}</dfn> <span lang={lang}>{others.join(' · ')}</span>
              </dt>
              <dd>{about}</dd>
            </div>
          );
        })}
    </dl>
  );
}

/** The words that need no definition, in both languages. */
export function Words({ here, there }: { readonly here: string; readonly there: string }): ReactNode {
  const lang = useLocale() === 'en' ? 'zh-Hans' : 'en';
  return (
    <WideTable>
      <thead>
        <tr>
          <th>{here}</th>
          <th>{there}</th>
        </tr>
      </thead>
      <tbody>
        {entries
          .filter(({ about }) => !about)
          .map(({ words, others }) => (
            <tr key={`${words[0]} ${others[0]}`}>
              <td>{words.join(' · ')}</td>
              <td lang={lang}>{others.join(' · ')}</td>
            </tr>
          ))}
      </tbody>
    </WideTable>
  );
}
