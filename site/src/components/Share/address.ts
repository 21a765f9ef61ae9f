import { packedIn, unpacked, type Shared } from './share';

/** What the page's address carries for the work of this name: nothing, something that cannot be read, or work. */
export async function sharedInAddress(
  name: string,
  edit: readonly string[],
): Promise<Shared | 'unreadable' | undefined> {
  const packed = packedIn(decoded(location.hash), name);
  return packed === undefined ? undefined : ((await unpacked(packed, edit)) ?? 'unreadable');
}

/** Takes the work out of the address: a reload would bring it again. */
export function cleanAddress(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** Some programs that links pass through encode more of them than they must. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
