import ts from 'typescript';
import type { DocPart, Explanation } from './protocol';

/** TypeScript takes `A::b` after `@see` apart. */
const joined = (text: string): string => text.replace(' ::', '::');

interface Documented {
  readonly displayParts?: ts.SymbolDisplayPart[];
  readonly documentation?: ts.SymbolDisplayPart[];
  readonly tags?: ts.JSDocTagInfo[];
}

/** What TypeScript knows of a name, as texts. */
export function explanationOf({ displayParts, documentation, tags = [] }: Documented): Explanation {
  const doc: DocPart[] = [
    { text: ts.displayPartsToString(documentation) },
    ...tags.map(({ name, text }) => ({ name, text: joined(ts.displayPartsToString(text)) })),
  ];
  return {
    // What it is counts, and not that it was imported.
    signature: ts.displayPartsToString(displayParts).replace(/^\(alias\) ([^]*?)\nimport .*$/, '$1'),
    doc: doc.filter(({ text }) => text !== ''),
  };
}
