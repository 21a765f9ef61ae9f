import { translate } from '@docusaurus/Translate';
import type { GraphEdge, GraphNode, GraphReport } from 'workloop/run';
import type { Owner } from '../Timeline/owner';

/** A state as one line of speech: its number, how it stands, and who leads where. */
export function stateText({ nodes, edges }: GraphReport, node: number, owners: readonly Owner[]): string {
  const state = translate({ id: 'graph.state', message: 'State {n}' }, { n: node + 1 });
  const ways = edges.filter(({ from }) => from === node).map((edge) => wayText(edge, owners));
  return [state, kindText(nodes[node].kind), [...new Set(ways)].join(', ')].filter(Boolean).join(' · ');
}

function wayText({ context, to, may }: GraphEdge, owners: readonly Owner[]): string {
  const letter = owners.find(({ name }) => name === context)?.letter ?? context;
  return `${letter}${may ? '?' : ''} → ${to + 1}`;
}

function kindText(kind: GraphNode['kind']): string {
  switch (kind) {
    case 'open':
      return '';
    case 'final':
      return translate({ id: 'graph.final', message: 'every call has returned' });
    case 'stuck':
      return translate({ id: 'graph.stuck', message: 'a thread is stuck' });
    case 'failing':
      return translate({ id: 'graph.failing', message: 'it fails here' });
  }
}
