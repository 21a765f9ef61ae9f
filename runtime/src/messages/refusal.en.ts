/** What the source pass refuses, and what to write instead. Codes are `guest/instrument`'s. */
export const refusalEn = {
  'refusal.syntax-error': 'this cannot be read: {detail}. Check the code here and just before it.',
  'refusal.nested-too-deeply': 'this file is nested too deeply to be read. Split it up.',
  'refusal.reserved-name': '`{name}` is reserved for the runtime. Choose another name.',
  'refusal.namespace': '`namespace {name}` is not supported. Export from a file instead.',
  'refusal.import-equals': '`import {name} = …` is not supported. Use `import … from`.',
  'refusal.export-equals': '`export =` is not supported. Use `export` or `export default`.',
  'refusal.decorator': 'decorators are not supported. Call the function yourself.',
  'refusal.accessor': '`accessor` fields are not supported. Write a plain field.',
  'refusal.using': '`using` is not supported. Use `try` and `finally`.',
  'refusal.private-name': '`{name}` is hidden from the runtime. Use TypeScript’s `private`.',
  'refusal.generator-field': 'the field `{name}` holds a generator. Write a method: `*{name}() { … }`.',
  'refusal.collection-field':
    'the field `{name}` is a `{class}`: shared memory that the kernel cannot see. Use cells, or `list`.',
  'refusal.assigned-outer-variable':
    '`{name}` outlives the call that assigns it, so it is shared memory. Make it a cell.',
  'refusal.async': '`async` and `await` are not supported. Write a generator method and use `yield*`.',
  'refusal.top-level-await': 'a module cannot wait. Move this into `setup` and use `yield*`.',
  'refusal.dynamic-import': '`import()` is not supported. Import at the top of the file.',
  'refusal.import-meta': 'there is no `import.meta` here. Remove it.',
  'refusal.eval': '`{name}` makes code that cannot be checked. Write the code out.',
  'refusal.plain-yield': '`yield` without the star runs nothing. Write `yield*`.',
  'refusal.yield-outside-generator':
    '`yield*` stands in a function that is no generator. Use a loop, or write `function*` or `*method()`.',
  'refusal.yield-precedence': '`{operator}` is applied before `yield*`. Write `(yield* …)` in parentheses.',
  'refusal.yield-not-called': '`{name}` is not called. Write `yield* {name}(…)`.',
  'refusal.forgotten-yield':
    '`{name}(…)` only makes an operation, and nothing runs it. Write `yield* {name}(…)`.',
  'refusal.maybe-forgotten-yield':
    '`{name}(…)` looks like an operation that nothing runs. If it is one, write `yield* {name}(…)`.',
} as const;
