/** What a program must not do, noticed while it runs. Codes are the guest's and the kernel's. */
export const misuseEn = {
  'refusal.operation-not-run':
    '`{operation}` only makes an operation, and nothing ran it before the thread went on. Write `yield*` before it.',
  'refusal.yield-without-star': '`yield {operation}` runs nothing. Write `yield* {operation}`.',
  'refusal.operation-returned':
    '`{operation}` was returned without being run. Write `return yield* {operation}`.',
  'refusal.operation-stored': 'an operation was kept in `{field}`. Run it with `yield*` where it is made.',
  'refusal.operation-run-twice': '`{operation}` was run a second time. Make it again to run it again.',
  'refusal.operation-run-by-hand': 'an operation was run by hand. Only `yield*` runs an operation.',
  'refusal.operation-outside-thread':
    '`{operation}` was made where no thread runs. Move it into a generator method.',
  'refusal.too-many-operations':
    '`{operation}` was made again and again and never run. Write `yield*` before it.',
  'refusal.not-an-operation': '`yield*` needs an operation, and this is none. Did you mean to call a method?',
  'refusal.generator-stored': 'a generator was kept in `{field}`. Write a method and call it with `yield*`.',
  'refusal.make-it-a-cell': 'a field was assigned after setup. Several threads may see it: make it a cell.',
  'refusal.make-it-a-cell.field':
    '`{field}` was assigned after setup. Several threads may see it: make it a cell.',
  'refusal.shared-collection':
    '`{field}` holds a `{kind}`: shared memory that the kernel cannot see. Use cells, or `list`.',
  'refusal.private-field':
    '`{field}` belongs to the class of the kernel that declares it, and a driver may not use it. Call a method of that class.',
  'refusal.value-too-large': 'a value is too large to be passed on. Keep texts and lists short.',
  'refusal.random':
    '`Math.random()` would make every run another one. Let the schedule choose, or pass a value in.',
  'refusal.not-a-value':
    'what was given to `{operation}` as `{field}` is no value. Give it numbers, strings, cells, objects, or a method.',
  'refusal.field-not-a-value':
    'the field `{field}` of a new object is no value. Give it numbers, strings, cells or objects.',
  'refusal.result-not-a-value':
    '`{procedure}` returned what cannot cross between threads. Return numbers, strings, cells, objects or plain data.',
  'refusal.call-not-a-function': 'the list of thread {thread} must hold functions: `[() => disk.read(1)]`.',
  'refusal.watch-not-a-cell': '`watch.{name}` is no cell.',
  'refusal.no-setup': 'the scenario has no `*setup()`.',
  'refusal.not-a-cell': 'what was read or written is no cell.',
  'refusal.not-a-lock': 'what was locked is no lock.',
  'refusal.not-a-callout': 'what was entered or canceled is no thread call.',
  'refusal.not-a-thread': 'what was named is no thread.',
  'refusal.not-an-object': 'what was retained or released is no object.',
  'refusal.not-a-device-operation': 'this device has no operation `{operation}`.',
  'refusal.bad-argument': '`{operation}` was given a wrong `{field}`.',
  'refusal.unknown-effect': 'the program asked for `{operation}`, which the kernel does not know.',
  'refusal.unknown-creation': 'the program asked to make a `{kind}`, which the kernel does not know.',
  'refusal.unknown-object': 'the program named an object that does not exist.',
  'refusal.new-objects-hold-each-other':
    'two new objects hold each other. Make one first, run an operation, then make the other.',
  'refusal.import-not-allowed':
    '`{specifier}` may not be imported here. Import `workloop` and your own files.',
  'refusal.no-such-file': 'there is no file `{specifier}`.',
  'refusal.threw': 'the program threw {name}: {message}',
  'refusal.setup-threw': 'setup threw {name}: {message}',
  'refusal.setup-blocks': 'start() waits for something only another thread can do. Setup runs alone.',
  'refusal.setup-panic': 'setup panics: “{message}”.',
  'refusal.setup-runtime-error': 'setup threw {name}: {message}',
  'refusal.setup-violation': 'setup did what no program may do.',
  'refusal.endless-loop':
    'the program ran on and on without asking the kernel for anything. Is there a loop without `yield*`?',
  'refusal.calls-without-effect':
    'the program calls itself on and on without asking the kernel for anything.',
  'refusal.too-many-nested-calls': 'calls are nested more than 200 deep. Does a method call itself?',
  'refusal.out-of-memory': 'the program used up its memory.',
  'refusal.realm-crashed': 'the program used up its memory or its stack.',
  'refusal.realm-disposed': 'internal bug: a question after the end.',
  'refusal.hidden-state':
    'the same call with the same answers went on differently. Something outside the cells was remembered: make it a cell.',
  'refusal.history-too-long': 'a loop went on without ever repeating itself. Does it count without end?',
  'refusal.too-many-passes': 'a loop makes too many passes. Give it fewer.',
  'refusal.too-many-questions':
    'the calls of the program can be answered in too many different ways. Let its cells take fewer values.',
  'refusal.no-scenario': 'this file has no scenario: its default export must be `scenario({ … })`.',
  'refusal.scenario-threw': 'the scenario could not be read: {detail}',
  'refusal.scenario-option': 'a scenario cannot say `{option}: {value}`, only {allowed}.',
  'refusal.too-many-calls': '`{client}` has a list of {calls} calls. Give it no more than {most}.',
  'refusal.property-threw': 'a property of the scenario threw an error: {detail}',
  'refusal.bad-token': 'This is not a replay token. One looks like wl2:scenario:count:A-0ld.0st;B-0ld',
} as const;
