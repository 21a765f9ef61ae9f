import Translate, { translate } from '@docusaurus/Translate';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { useLocation } from '@docusaurus/router';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode, SyntheticEvent } from 'react';
import { issueAddress } from './issueAddress';

/** Where on the page the reader is. */
interface Place {
  /** The anchor of the section in view. */
  readonly hash?: string;
  readonly quote?: string;
}

/** Begins an issue about this place of the page, in the page's language; nothing where the site has no repository. */
export function ReportMistake(): ReactNode {
  const { siteConfig, i18n } = useDocusaurusContext();
  const { metadata } = useDoc();
  const { pathname } = useLocation();
  const { repository } = siteConfig.customFields ?? {};
  if (typeof repository !== 'string' || repository === '') return null;

  const address = ({ hash = '', quote }: Place): string =>
    issueAddress(repository, {
      title: translate({ id: 'report.title', message: 'Mistake: {page}' }, { page: metadata.title }),
      facts: [
        [translate({ id: 'report.page', message: 'Page' }), `${siteConfig.url}${pathname}${hash}`],
        [
          translate({ id: 'report.language', message: 'Language' }),
          i18n.localeConfigs[i18n.currentLocale]?.label ?? i18n.currentLocale,
        ],
      ],
      quote,
      question: translate({ id: 'report.question', message: 'What is wrong, and what should it say?' }),
    });
  // Before the link is followed, and before a click takes the selection away.
  const aim = ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>): void => {
    currentTarget.href = address(placeNow());
  };

  return (
    <a href={address({})} target="_blank" rel="noopener noreferrer" onPointerDown={aim} onKeyDown={aim}>
      <Translate id="report.link">Report a mistake here</Translate>
    </a>
  );
}

function placeNow(): Place {
  const inView = document.querySelector<HTMLAnchorElement>('.table-of-contents__link--active');
  return {
    hash: inView?.offsetParent ? inView.hash : window.location.hash,
    quote: window.getSelection()?.toString().trim(),
  };
}
