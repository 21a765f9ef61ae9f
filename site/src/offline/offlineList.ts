/** A file that a copy of the course has in it. */
export interface OfflineFile {
  /** Its address from the locale's home page; a page's ends with a slash. */
  readonly address: string;
  readonly bytes: number;
  /** In hex. Empty: the file is named by its content. */
  readonly sha256: string;
}

/** What `offline.json` says: everything that the pages of one language can ask for. */
export interface OfflineList {
  readonly version: string;
  readonly files: readonly OfflineFile[];
}

/** How many bytes a copy takes. */
export const sizeOf = ({ files }: OfflineList): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
