import { ThemeClassNames } from '@docusaurus/theme-common';
import type { ReactNode } from 'react';
import { ReportMistake } from '../../../components/ReportMistake/ReportMistake';
import styles from './styles.module.css';

/** Below a page, where no table of contents stands beside it. */
export default function DocItemFooter(): ReactNode {
  return (
    <footer className={`${ThemeClassNames.docs.docFooter} ${styles.foot}`}>
      <ReportMistake />
    </footer>
  );
}
