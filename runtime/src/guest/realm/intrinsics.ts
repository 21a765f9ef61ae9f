/** Everything the language itself gives: reachable from the global object, or only through syntax. */
const intrinsics = new Set<object>();

const hidden: readonly unknown[] = [
  function* () {},
  (function* () {})(),
  async () => {},
  async function* () {},
  [][Symbol.iterator](),
  new Map()[Symbol.iterator](),
  new Set()[Symbol.iterator](),
  ''[Symbol.iterator](),
  ''.matchAll(/a/g),
  new Int8Array(0),
];

const names = (
  'Object Function Array String Number Boolean Symbol BigInt Math JSON Reflect Error TypeError RangeError ' +
  'ReferenceError SyntaxError EvalError URIError AggregateError Map Set WeakMap WeakSet Promise RegExp ' +
  'ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array ' +
  'Float32Array Float64Array BigInt64Array BigUint64Array Iterator parseInt parseFloat isNaN isFinite ' +
  'decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape'
).split(' ');

const collect = (): void => {
  const scope = globalThis as unknown as Record<string, unknown>;
  const queue: unknown[] = [
    ...names.map((name) => scope[name]),
    ...hidden.map((value) => Object.getPrototypeOf(value) as unknown),
  ];
  for (let value = queue.pop(); queue.length > 0 || value !== undefined; value = queue.pop()) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || intrinsics.has(value))
      continue;
    if (value === globalThis) continue;
    intrinsics.add(value);
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key);
      queue.push(property?.value, property?.get, property?.set);
    }
    queue.push(Object.getPrototypeOf(value));
  }
};
collect();

export const isIntrinsic = (value: object): boolean => intrinsics.has(value);

export const allIntrinsics = (): ReadonlySet<object> => intrinsics;
