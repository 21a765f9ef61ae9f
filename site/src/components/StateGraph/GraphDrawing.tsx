import type { ReactNode } from 'react';
import type { GraphNode } from 'workloop/run';
import type { Owner, Tone } from '../Timeline/owner';
import type { GraphLayout, Point } from './layoutGraph';
import styles from './StateGraph.module.css';

interface Props {
  readonly layout: GraphLayout;
  readonly nodes: readonly GraphNode[];
  readonly owners: readonly Owner[];
}

/** Each tone has a line of its own, for who cannot tell the colors apart. */
const dashes: Record<Tone, string> = {
  loop: '14 2',
  interrupt: '2 3',
  'thread-1': '',
  'thread-2': '7 3',
  'thread-3': '7 3 2 3',
  'thread-4': '4 4',
  world: '1 4',
};

/** The picture of a state graph. */
export function GraphDrawing({
  layout: { width, height, nodes: places, arcs },
  nodes,
  owners,
}: Props): ReactNode {
  const ownerOf = (context: string) => owners.find(({ name }) => name === context);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {arcs.map(({ edge, path, back }) => {
        const tone = ownerOf(edge.context)?.tone ?? 'world';
        return (
          <g key={path} data-tone={tone}>
            <path className={styles.edge} d={path} strokeDasharray={dashes[tone]} />
            {back && <path className={styles.head} d={headAt(places[edge.to])} />}
          </g>
        );
      })}
      {arcs.map(({ edge, path, label }) => (
        <text
          key={path}
          data-tone={ownerOf(edge.context)?.tone}
          className={styles.letter}
          x={label.x}
          y={label.y + 4}
          textAnchor="middle"
        >
          {ownerOf(edge.context)?.letter}
          {edge.may && '?'}
        </text>
      ))}
      {nodes.map(({ kind }, node) => (
        <Shape key={node} kind={kind} at={places[node]} />
      ))}
    </svg>
  );
}

function Shape({ kind, at: { x, y } }: { kind: GraphNode['kind']; at: Point }): ReactNode {
  switch (kind) {
    case 'open':
      return <circle className={styles.open} cx={x} cy={y} r={6} />;
    case 'final':
      return (
        <>
          <circle className={styles.open} cx={x} cy={y} r={8} />
          <circle className={styles.final} cx={x} cy={y} r={4.5} />
        </>
      );
    case 'stuck':
      return <rect className={styles.stuck} x={x - 7} y={y - 7} width={14} height={14} />;
    case 'failing':
      return (
        <>
          <circle className={styles.open} cx={x} cy={y} r={9} />
          <path className={styles.failing} d={`M${x - 5} ${y - 5} l10 10 m0 -10 l-10 10`} />
        </>
      );
  }
}

/** Where an edge from further down ends: at the right of its state. */
function headAt({ x, y }: Point): string {
  return `M${x + 8} ${y} l8 -4 v8 Z`;
}
