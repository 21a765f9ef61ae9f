import type { Owner } from '../Timeline/owner';
import type { GraphLayout } from './layoutGraph';

/** Which state a key leads to: an arrow to the one beside, above or below, a thread's letter along its step. */
export function neighborOf(
  { nodes, arcs }: GraphLayout,
  owners: readonly Owner[],
  at: number,
  key: string,
): number | undefined {
  const beside = (side: -1 | 1): number | undefined =>
    nodes
      .map(({ x, y }, node) => ({ node, y, ahead: (x - nodes[at].x) * side }))
      .filter(({ y, ahead }) => y === nodes[at].y && ahead > 0)
      .toSorted((a, b) => a.ahead - b.ahead)[0]?.node;
  switch (key) {
    case 'ArrowDown':
      return arcs.find(({ edge, back }) => edge.from === at && !back)?.edge.to;
    case 'ArrowUp':
      return arcs.find(({ edge, back }) => edge.to === at && !back)?.edge.from;
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    case 'Home':
      return 0;
  }
  const owner = owners.find(({ letter }) => letter === key.toUpperCase());
  return owner && arcs.find(({ edge }) => edge.from === at && edge.context === owner.name)?.edge.to;
}
