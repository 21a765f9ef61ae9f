import { EditorView } from '@codemirror/view';

const box = {
  border: '1px solid var(--wl-edge)',
  borderRadius: 'var(--ifm-global-radius)',
  backgroundColor: 'var(--wl-ground)',
  color: 'var(--wl-text)',
};
const text = { font: '0.875rem/1.375rem var(--wl-sans)' };
const code = { font: '0.8125rem/1.25rem var(--wl-mono)' };
const width = { width: 'max-content', maxWidth: 'min(34rem, calc(100vw - 2rem))' };

/** How underlines, suggestions and explanations look: in the page's colors, and only where they were loaded. */
export const theme = EditorView.theme({
  '.cm-lintRange': { paddingBottom: 0 },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--wl-fail) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--wl-text-quiet) 2px',
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': { ...box, zIndex: 300 },
  '.cm-tooltip-section:not(:first-child)': { borderTop: '1px solid var(--wl-rule)' },
  '.cm-diagnostic': { ...text, ...width, padding: '0.5rem 0.75rem', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--wl-fail)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--wl-edge)' },
  '.wl-explanation': {
    ...text,
    ...width,
    padding: '0.5rem 0.75rem',
  },
  '.cm-tooltip-hover .wl-explanation': { maxHeight: 'min(24rem, 60vh)', overflow: 'auto' },
  '.wl-explanation p': { margin: '0.5rem 0 0' },
  '.wl-explanation pre, .wl-explanation code': {
    ...code,
    margin: 0,
    padding: 0,
    border: 0,
    background: 'none',
  },
  '.wl-explanation pre': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '.wl-explanation p + pre': { marginTop: '0.5rem', color: 'var(--wl-text-quiet)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { ...code, maxWidth: 'calc(100vw - 2rem)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.125rem 0.75rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--wl-accent-tint)',
    color: 'var(--wl-text)',
    boxShadow: 'inset 3px 0 var(--wl-accent)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 650 },
  '.cm-completionDetail': { color: 'var(--wl-text-quiet)', fontStyle: 'normal' },
  '.cm-tooltip.cm-completionInfo': { ...box, width: 'max-content', padding: 0 },
  // Where there is no room beside the list: below it, and not on it.
  '.cm-tooltip.cm-completionInfo-right-narrow': { left: 0, top: '100% !important' },
  '.cm-completionInfo .wl-explanation': { width: 'auto' },
});
