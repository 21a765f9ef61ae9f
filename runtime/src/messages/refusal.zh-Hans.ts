import type { refusalEn } from './refusal.en.ts';

export const refusalZh: Readonly<Record<keyof typeof refusalEn, string>> = {
  'refusal.syntax-error': '无法解析：{detail}。请检查这里和前面的代码。',
  'refusal.nested-too-deeply': '文件嵌套太深，无法读取。请拆开来写。',
  'refusal.reserved-name': '`{name}` 是运行时保留的名字。请换一个。',
  'refusal.namespace': '不支持 `namespace {name}`。请改用文件导出。',
  'refusal.import-equals': '不支持 `import {name} = …`。请用 `import … from`。',
  'refusal.export-equals': '不支持 `export =`。请用 `export` 或 `export default`。',
  'refusal.decorator': '不支持装饰器。请直接调用函数。',
  'refusal.accessor': '不支持 `accessor` 字段。请写普通字段。',
  'refusal.using': '不支持 `using`。请用 `try` 和 `finally`。',
  'refusal.private-name': '运行时看不到 `{name}`。请用 TypeScript 的 `private`。',
  'refusal.generator-field': '字段 `{name}` 存的是生成器。请写成方法：`*{name}() { … }`。',
  'refusal.collection-field':
    '字段 `{name}` 是 `{class}`，也就是内核看不到的共享内存。请用共享单元（`cell`）或 `list`。',
  'refusal.assigned-outer-variable':
    '给 `{name}` 赋值的调用结束之后，它依然存在，所以它是共享内存。请把它改成共享单元（`cell`）。',
  'refusal.async': '不支持 `async` 和 `await`。请写生成器方法，并使用 `yield*`。',
  'refusal.top-level-await': '模块顶层不能等待。请移到 `setup` 里，使用 `yield*`。',
  'refusal.dynamic-import': '不支持 `import()`。请在文件开头导入。',
  'refusal.import-meta': '这里没有 `import.meta`。请删掉。',
  'refusal.eval': '`{name}` 生成的代码无法检查。请把代码直接写出来。',
  'refusal.plain-yield': '不带星号的 `yield` 什么也不执行。请写 `yield*`。',
  'refusal.yield-outside-generator':
    '`yield*` 所在的函数不是生成器。请改用循环，或者写成 `function*` 或 `*method()`。',
  'refusal.yield-precedence': '`{operator}` 会先于 `yield*` 计算。请加括号：`(yield* …)`。',
  'refusal.yield-not-called': '`{name}` 没有被调用。请写 `yield* {name}(…)`。',
  'refusal.forgotten-yield': '`{name}(…)` 只生成操作，并没有执行它。请写 `yield* {name}(…)`。',
  'refusal.maybe-forgotten-yield': '`{name}(…)` 像是一个没有执行的操作。如果是，请写 `yield* {name}(…)`。',
};
