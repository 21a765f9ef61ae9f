import type { Finding } from './finding.ts';
import { parse, type Node } from './parse.ts';
import { readWritten, type Written } from './written.ts';

/** A page in one language. */
export interface Page extends Written {
  tree: Node;
}

/** Reads a page, or says why it cannot be read. */
export function readPage(root: string, file: string): Page | Finding {
  const written = readWritten(root, file);
  try {
    return { ...written, tree: parse(written.body, file.endsWith('.mdx') ? 'mdx' : 'md') };
  } catch (error) {
    const { line = 1, reason = String(error) } = error as { line?: number; reason?: string };
    return {
      file,
      line,
      rule: 'syntax',
      problem: reason,
      remedy: 'Repair the MDX; the site cannot be built from it.',
    };
  }
}
