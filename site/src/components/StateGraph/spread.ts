import { mean } from './mean';
import type { Link } from './rank';

const sweeps = 16;

/**
 * Spreads the slots of each layer so that edges run straight where they can: each goes to the middle of its neighbors above and
 * below, at least one apart from those beside it.
 *
 * @param layers the slots from left to right, layer by layer
 * @returns each slot's place across, in slots; the leftmost is 0
 */
export function spread(layers: readonly (readonly number[])[], links: readonly Link[]): readonly number[] {
  const neighbors: number[][] = [];
  const x: number[] = [];
  for (const layer of layers)
    layer.forEach((slot, index) => {
      x[slot] = index - (layer.length - 1) / 2;
      neighbors[slot] = [];
    });
  for (const { from, to } of links) {
    neighbors[from].push(to);
    neighbors[to].push(from);
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = layer.map((slot) => mean(neighbors[slot].map((other) => x[other])) ?? x[slot]);
      // Pushed apart to the right, pushed apart to the left: halfway between the two they are apart as well.
      const right = apart(wanted);
      const left = apart(wanted.toReversed().map((at) => -at)).toReversed();
      layer.forEach((slot, index) => (x[slot] = (right[index] - left[index]) / 2));
    }
  }
  const least = Math.min(...x);
  return x.map((at) => at - least);
}

function apart(wanted: readonly number[]): readonly number[] {
  let free = -Infinity;
  return wanted.map((at) => {
    const placed = Math.max(at, free);
    free = placed + 1;
    return placed;
  });
}
