import type { PrismTheme } from 'prism-react-renderer';

/** One theme for both color modes: the colors are tokens of css/tokens.css, so nothing is drawn twice. */
export const codeTheme: PrismTheme = {
  plain: { color: 'var(--wl-text)', backgroundColor: 'var(--wl-raised)' },
  styles: [
    { types: ['comment', 'prolog', 'cdata'], style: { color: 'var(--wl-text-quiet)' } },
    {
      types: ['keyword', 'builtin', 'directive', 'important', 'atrule'],
      style: { color: 'var(--wl-code-keyword)' },
    },
    { types: ['string', 'char', 'attr-value', 'regex'], style: { color: 'var(--wl-code-string)' } },
    { types: ['number', 'boolean'], style: { color: 'var(--wl-code-number)' } },
    { types: ['tag'], style: { color: 'var(--wl-code-type)' } },
    { types: ['punctuation'], style: { color: 'var(--wl-text-quiet)' } },
    { types: ['deleted'], style: { color: 'var(--wl-fail)' } },
    { types: ['inserted'], style: { color: 'var(--wl-pass)' } },
  ],
};
