import MDXComponents from '@theme-init/MDXComponents';
import { Answer } from '../../components/Answer/Answer';
import { CodeTabs } from '../../components/CodeTabs/CodeTabs';
import { Minutes } from '../../components/Minutes/Minutes';
import * as Question from '../../components/Question';
import { Term } from '../../components/Term/Term';
import { Behind } from '../../components/Translation/Behind';
import { HeadCell } from '../../components/WideTable/HeadCell';
import { WideTable } from '../../components/WideTable/WideTable';

/** What every lesson may use without importing it. What runs programs is imported where it is used (plugins/remark-program.ts). */
export default {
  ...MDXComponents,
  Answer,
  Behind,
  CodeTabs,
  Minutes,
  ...Question,
  Term,
  table: WideTable,
  th: HeadCell,
};
