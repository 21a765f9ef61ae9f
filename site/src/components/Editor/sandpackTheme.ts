import type { SandpackTheme } from '@codesandbox/sandpack-react';

/** Sandpack's colors are our tokens, so that a change of color mode changes nothing in it. */
export const sandpackTheme: SandpackTheme = {
  colors: {
    surface1: 'var(--wl-raised)',
    surface2: 'var(--wl-rule)',
    surface3: 'var(--wl-accent-tint)',
    disabled: 'var(--wl-text-quiet)',
    base: 'var(--wl-text)',
    clickable: 'var(--wl-text-quiet)',
    hover: 'var(--wl-text)',
    accent: 'var(--wl-accent)',
  },
  syntax: {
    plain: 'var(--wl-text)',
    comment: 'var(--wl-text-quiet)',
    keyword: 'var(--wl-code-keyword)',
    definition: 'var(--wl-text)',
    punctuation: 'var(--wl-text-quiet)',
    property: 'var(--wl-text)',
    tag: 'var(--wl-code-type)',
    static: 'var(--wl-code-number)',
    string: 'var(--wl-code-string)',
  },
  font: { body: 'var(--wl-sans)', mono: 'var(--wl-mono)', size: '0.875rem', lineHeight: '1.375rem' },
};
