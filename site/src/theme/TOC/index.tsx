import { ReportMistake } from '../../components/ReportMistake/ReportMistake';
import TOCItems from '@theme/TOCItems';
import type { Props } from '@theme/TOC';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/** The table of contents beside a page; below it, always in view, the way to report what is wrong. */
export default function TOC({ className, ...props }: Props): ReactNode {
  return (
    <div className={clsx(styles.contents, 'thin-scrollbar', className)}>
      <TOCItems
        {...props}
        linkClassName="table-of-contents__link toc-highlight"
        linkActiveClassName="table-of-contents__link--active"
      />
      <p className={styles.report}>
        <ReportMistake />
      </p>
    </div>
  );
}
