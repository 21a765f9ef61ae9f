import Translate, { translate } from '@docusaurus/Translate';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { GraphReport } from 'workloop/run';
import { ownersOf, ownerTitle } from '../Timeline/owner';
import { GraphDrawing } from './GraphDrawing';
import { layoutGraph } from './layoutGraph';
import { neighborOf } from './neighbor';
import { stateText } from './stateText';
import styles from './StateGraph.module.css';

interface Props {
  readonly graph: GraphReport;
  /** The token of the run that is shown, which may be one that leads to a state. */
  readonly shown: string | undefined;
  /** Shows the run with this token. */
  readonly onOpen: (token: string) => void;
}

/** Every state of a small program and the ways between them: a picture to walk in, and the same as a list. */
export default function StateGraph({ graph, shown, onOpen }: Props): ReactNode {
  const id = useId();
  const layout = useMemo(() => layoutGraph(graph), [graph]);
  const owners = useMemo(() => ownersOf(graph), [graph]);
  const [at, setAt] = useState(0);
  const picture = useRef<HTMLDivElement>(null);
  const texts = useMemo(() => graph.nodes.map((_, node) => stateText(graph, node, owners)), [graph, owners]);

  function walk(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = neighborOf(layout, owners, at, event.key);
    if (to === undefined) return;
    event.preventDefault();
    picture.current?.querySelectorAll('button')[to]?.focus();
  }

  return (
    <figure className={styles.graph}>
      <div
        ref={picture}
        className={styles.picture}
        role="group"
        aria-label={translate({ id: 'graph.label', message: 'State graph' })}
        aria-describedby={`${id}keys`}
      >
        <div className={styles.sheet} style={{ width: layout.width, height: layout.height }}>
          <GraphDrawing layout={layout} nodes={graph.nodes} owners={owners} />
          {layout.nodes.map(({ x, y }, node) => (
            <button
              key={node}
              type="button"
              className={styles.node}
              style={{ left: x, top: y }}
              tabIndex={node === at ? 0 : -1}
              aria-label={texts[node]}
              aria-pressed={graph.nodes[node].token === shown}
              onFocus={() => setAt(node)}
              onPointerEnter={() => setAt(node)}
              onKeyDown={walk}
              onClick={() => onOpen(graph.nodes[node].token)}
            />
          ))}
        </div>
      </div>
      <figcaption className={styles.caption}>
        <p aria-hidden="true">{texts[at]}</p>
        <p className={styles.quiet}>
          <Translate id="graph.shapes">
            ○ a state · ◎ every call has returned · ■ a thread is stuck · ✕ it fails here
          </Translate>
          {owners.map((owner) => (
            <span key={owner.name} data-tone={owner.tone}>
              {' · '}
              <b className={styles.owner}>{ownerTitle(owner)}</b>
            </span>
          ))}
        </p>
        <p id={`${id}keys`} className={styles.quiet}>
          <Translate id="graph.keys">
            Arrow keys walk through the graph, a thread’s letter follows its step; Enter or a click shows the
            run that leads there.
          </Translate>
        </p>
        <details className={styles.quiet}>
          <summary>
            <Translate id="graph.list">Show it as a list</Translate>
          </summary>
          <ul>
            {texts.map((text, node) => (
              <li key={node}>{text}</li>
            ))}
          </ul>
        </details>
      </figcaption>
    </figure>
  );
}
