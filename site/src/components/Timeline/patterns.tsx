import type { ReactNode } from 'react';
import type { Tone } from './owner';

/** One pattern a tone, in the tone's own color. Diagonals and dots are left to waiting and sleeping. */
const strokes: Record<Tone, string> = {
  loop: '',
  interrupt: 'M0 6 L3 2 L6 6',
  'thread-1': 'M0 3 H6',
  'thread-2': 'M3 0 V6',
  'thread-3': 'M0 3 H6 M3 0 V6',
  'thread-4': 'M1 1 H3 V3 H1 Z',
  world: 'M0 1 H2',
};

export function patternId(id: string, tone: Tone): string {
  return `${id}-${tone}`;
}

/** The definitions that a drawing's bands refer to. */
export function Patterns({ id, tones }: { id: string; tones: readonly Tone[] }): ReactNode {
  return (
    <defs>
      {tones.map((tone) => (
        <pattern
          key={tone}
          id={patternId(id, tone)}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          data-tone={tone}
        >
          <path d={strokes[tone]} fill="none" stroke="var(--tone)" strokeWidth="1" opacity="0.55" />
        </pattern>
      ))}
      <pattern
        id={`${id}-waits`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M1 0 V5" stroke="var(--wl-text-quiet)" strokeWidth="2" />
      </pattern>
    </defs>
  );
}
