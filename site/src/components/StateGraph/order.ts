import { mean } from './mean';
import type { Link } from './rank';

/** A place in a layer: a node, or where an edge passes that goes further down. */
export interface Slot {
  readonly layer: number;
  readonly node?: number;
}

const sweeps = 12;

/**
 * Orders each layer so that few edges cross: each slot goes to the middle of its neighbors above, then of those below, and so on.
 *
 * @param links between slots of neighboring layers, by their places in `slots`
 * @returns the slots' places, layer by layer, from left to right
 */
export function orderLayers(slots: readonly Slot[], links: readonly Link[]): readonly (readonly number[])[] {
  const above: number[][] = slots.map(() => []);
  const below: number[][] = slots.map(() => []);
  for (const { from, to } of links) {
    above[to].push(from);
    below[from].push(to);
  }
  const layers: number[][] = [];
  slots.forEach(({ layer }, slot) => (layers[layer] ??= []).push(slot));

  /** From the middle of the layer. */
  const place = slots.map(() => 0);
  const settle = (layer: readonly number[]) =>
    layer.forEach((slot, index) => (place[slot] = index - (layer.length - 1) / 2));
  layers.forEach(settle);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const down = sweep % 2 === 0;
    for (const layer of down ? layers : layers.toReversed()) {
      const wanted = new Map(
        layer.map((slot) => {
          const neighbors = (down ? above : below)[slot];
          return [slot, mean(neighbors.map((other) => place[other])) ?? place[slot]];
        }),
      );
      layer.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
      settle(layer);
    }
  }
  return layers;
}
