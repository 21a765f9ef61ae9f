import type { Localized } from '../explore/verdict.ts';
import { enabled, isDone, isFlush, type PackedChoice } from '../kernel/index.ts';
import { sayBoth } from '../messages/index.ts';
import { placeOf, placeText } from './place.ts';
import type { Divergence } from './replay.ts';
import type { TokenStep } from './token.ts';
import { effectOf, tokenStep } from './tokenStep.ts';
import type { World } from './world.ts';

/** What a token wanted where the program does something else, and what that is, in both languages. */
export function divergenceText(world: World, { wanted, state: s, context: c }: Divergence): Localized {
  const k = world.kernel;
  const data = { context: wanted.context, wanted: stepText(wanted) };
  if (!c) return sayBoth('program.diverged.nobody', data);
  if (isDone(s, c)) return sayBoth('program.diverged.done', data);
  const place = placeText(placeOf(k, s, c, (file) => Object.hasOwn(world.files, file)));
  const choices: PackedChoice[] = [];
  enabled(k, s, choices);
  const own = choices.find((choice) => choice >> 8 === c.index && !isFlush(choice));
  if (own === undefined) return sayBoth('program.diverged.waits', { ...data, place });
  return sayBoth('program.diverged.does', { ...data, place, does: stepText(tokenStep(k, s, own)) });
}

/** `store(fan.rpm)` */
const stepText = ({ word, object }: TokenStep): string =>
  object === undefined ? effectOf(word) : `${effectOf(word)}(${object})`;
