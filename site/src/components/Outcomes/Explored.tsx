import Translate from '@docusaurus/Translate';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { EngineReport } from 'workloop/run';
import { Button, ButtonRow } from '../Button/Button';
import styles from './Outcomes.module.css';
import { Outcomes } from './Outcomes';

const StateGraph = lazy(() => import('../StateGraph/StateGraph'));

/** More states than these make no picture. */
const mostDrawn = 60;

interface Props {
  readonly verdict: EngineReport;
  /** The token of the run that is shown. */
  readonly shown: string | undefined;
  /** Shows the run with this token, or none. */
  readonly onOpen: (token?: string) => void;
}

/** What was found beside the verdict: the ways it can end, and of a small program the state graph. */
export default function Explored({ verdict, shown, onOpen }: Props): ReactNode {
  const [drawn, setDrawn] = useState(false);
  const { graph, outcomes, states } = verdict;
  const count = graph?.nodes.length ?? (verdict.verdict === 'holds' ? states : 0);
  const small = graph && count <= mostDrawn;
  return (
    <div className={styles.explored}>
      {outcomes.length > 0 && (
        <Outcomes outcomes={outcomes} all={verdict.verdict === 'holds'} shown={shown} onOpen={onOpen} />
      )}
      {small ? (
        <ButtonRow>
          <Button aria-expanded={drawn} onClick={() => setDrawn(!drawn)}>
            {drawn ? (
              <Translate id="graph.hide">Hide the state graph</Translate>
            ) : (
              <Translate id="graph.show">Show the state graph</Translate>
            )}
          </Button>
        </ButtonRow>
      ) : (
        count > 0 && (
          <p className={styles.quiet}>
            <Translate id="graph.tooLarge" values={{ states: count.toLocaleString('en') }}>
              {'The state graph has {states} states: too many for a picture.'}
            </Translate>
          </p>
        )
      )}
      {small && drawn && (
        <Suspense>
          <StateGraph graph={graph} shown={shown} onOpen={onOpen} />
        </Suspense>
      )}
    </div>
  );
}
