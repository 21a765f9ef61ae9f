/** A hash of the first `length` words. */
export function hashOf(s: Int32Array, length: number): number {
  let hash = length;
  for (let i = 0; i < length; i++) {
    hash = Math.imul(hash ^ s[i], 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
