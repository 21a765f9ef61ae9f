interface Edit {
  at: number;
  /** Where the deleted text ends; `at` if nothing is deleted. */
  until: number;
  text: string;
  /** Extent of the node that the text belongs to: outer ones open first and close last. */
  extent: number;
  closes: boolean;
}

interface Extent {
  start: number;
  end: number;
}

/** Insertions into one text, made in any order. */
export class Edits {
  private readonly edits: Edit[] = [];

  /** Puts text directly before a node. */
  before(node: Extent, text: string): void {
    this.edits.push({ at: node.start, until: node.start, text, extent: node.end, closes: false });
  }

  /** Puts text directly after a node. */
  after(node: Extent, text: string): void {
    this.edits.push({ at: node.end, until: node.end, text, extent: node.start, closes: true });
  }

  /** Puts text after the opening brace of a node that starts with one. */
  inside(node: Extent, text: string): void {
    this.edits.push({ at: node.start + 1, until: node.start + 1, text, extent: node.end, closes: false });
  }

  /** Puts text at the very beginning, in the order of the calls. */
  first(text: string): void {
    this.edits.push({ at: 0, until: 0, text, extent: Infinity, closes: false });
  }

  /** Replaces a stretch of text; its line ends stay. */
  replace(range: Extent, text: string): void {
    this.edits.push({ at: range.start, until: range.end, text, extent: range.end, closes: false });
  }

  apply(source: string): string {
    const sorted = this.edits
      .map((edit, order) => ({ ...edit, order }))
      .sort(
        (a, b) =>
          a.at - b.at ||
          Number(b.closes) - Number(a.closes) ||
          b.extent - a.extent ||
          (a.closes ? b.order - a.order : a.order - b.order),
      );
    let out = '';
    let done = 0;
    for (const edit of sorted) {
      out +=
        source.slice(done, edit.at) + edit.text + source.slice(edit.at, edit.until).replace(/[^\r\n]/g, '');
      done = Math.max(done, edit.until);
    }
    return out + source.slice(done);
  }
}
