import { translate } from '@docusaurus/Translate';
import { useScrollPositionBlocker } from '@docusaurus/theme-common/internal';
import {
  Children,
  isValidElement,
  useEffect,
  useId,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useKept } from '../../storage/useKept';
import styles from './CodeTabs.module.css';

const names = { cpp: 'C++', ts: 'TypeScript' };
type Language = keyof typeof names;
const languages = Object.keys(names) as Language[];

interface Fence {
  readonly children: ReactElement<{ readonly className?: string }>;
}

/**
 * The same in C++ and in TypeScript, one of them shown: on every page the one that was chosen last. codeTabsScript.ts says which
 * before the page is drawn; without JavaScript and on paper there are both.
 */
export function CodeTabs({ children }: { readonly children: ReactNode }): ReactNode {
  const id = useId();
  const [kept, keep] = useKept<Language>('code');
  const chosen = kept === 'ts' ? 'ts' : 'cpp';
  const { blockElementScrollPositionUntilNextRender } = useScrollPositionBlocker();
  useEffect(() => {
    document.documentElement.dataset.code = chosen;
  }, [chosen]);

  function choose(language: Language, tab: HTMLElement) {
    blockElementScrollPositionUntilNextRender(tab);
    keep(() => language);
  }

  function move(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = document.getElementById(`${id}${chosen === 'cpp' ? 'ts' : 'cpp'}tab`);
    other?.focus();
    if (other) choose(chosen === 'cpp' ? 'ts' : 'cpp', other);
  }

  return (
    <div className={styles.tabs}>
      <div
        role="tablist"
        aria-label={translate({ id: 'codeTabs.label', message: 'Language of the code' })}
        data-scripted
      >
        {languages.map((language) => (
          <button
            key={language}
            type="button"
            role="tab"
            id={`${id}${language}tab`}
            className={styles.tab}
            aria-selected={language === chosen}
            aria-controls={`${id}${language}`}
            tabIndex={language === chosen ? 0 : -1}
            data-of={language}
            onClick={({ currentTarget }) => choose(language, currentTarget)}
            onKeyDown={move}
          >
            {names[language]}
          </button>
        ))}
      </div>
      {Children.toArray(children)
        .filter((child): child is ReactElement<Fence> => isValidElement(child))
        .map((fence) => {
          const language = languageOf(fence);
          return (
            <div
              key={language}
              role="tabpanel"
              id={`${id}${language}`}
              className={styles.panel}
              aria-label={names[language]}
              data-of={language}
            >
              {fence}
            </div>
          );
        })}
    </div>
  );
}

const languageOf = ({ props }: ReactElement<Fence>): Language =>
  props.children.props.className?.includes('language-ts') ? 'ts' : 'cpp';
