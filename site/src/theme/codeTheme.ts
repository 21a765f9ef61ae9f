import type { PrismTheme } from 'prism-react-renderer';

/** What theme-classic wants to know of the frame; the colors in it are those of components/CodeLines, in both modes. */
export const codeTheme: PrismTheme = {
  plain: { color: 'var(--wl-text)', backgroundColor: 'var(--wl-raised)' },
  styles: [],
};
