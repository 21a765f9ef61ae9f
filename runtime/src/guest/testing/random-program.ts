/**
 * A random `program()` for the levels' test: loops, early exits, exceptions, closures, calls and data, with loads and stores in between.
 * The same seed gives the same text.
 */
export function randomProgram(seed: number): string {
  let state = seed * 2654435761 + 1;
  const random = (n: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % n;
  };
  const pick = <T>(...items: T[]): T => items[random(items.length)] as T;
  let names = 0;

  /** An expression over the numbers in scope. */
  const simple = (scope: readonly string[]): string =>
    scope.length > 0 && random(3) > 0 ? pick(...scope) : String(random(3));
  const asking = (scope: readonly string[]): string =>
    pick(
      () => `(yield* load(${random(3)}))`,
      () => `((yield* load(0)) === ${simple(scope)} ? 1 : 0)`,
      () => `(yield* helper(${simple(scope)}))`,
      () => `(yield* new Box(${simple(scope)}).twice(${simple(scope)}))`,
      () => simple(scope),
    )();
  const condition = (scope: readonly string[]): string =>
    `${asking(scope)} ${pick('<', '===', '>')} ${simple(scope)}`;

  function statements(depth: number, scope: readonly string[], inLoop: boolean): string {
    const own = [...scope];
    let text = '';
    for (let i = 1 + random(3); i > 0; i--) text += statement(depth, own, inLoop);
    return text;
  }

  function statement(depth: number, scope: string[], inLoop: boolean): string {
    const name = `v${names++}`;
    const kind = depth === 0 ? random(7) : random(17);
    const declare = (value: string, keyword = pick('let', 'const')): string => {
      const text = `${keyword} ${name} = ${value};\n`;
      if (keyword === 'let') scope.push(name);
      return text;
    };
    const block = (own: readonly string[] = scope, loop = inLoop): string =>
      `{\n${statements(depth - 1, own, loop)}}`;
    switch (kind) {
      case 0:
        return declare(asking(scope), 'let');
      case 1:
        return `yield* store(${pick(1, 2, 3)}, ${simple(scope)});\n`;
      case 2:
        return scope.length > 0 ? `${pick(...scope)} = ${asking(scope)};\n` : declare('0', 'let');
      case 3:
        return inLoop && random(2)
          ? pick('break;\n', 'continue;\n', `if (${condition(scope)}) break;\n`)
          : `yield* store(1, ${asking(scope)});\n`;
      case 4:
        return random(4) === 0
          ? `throw new Error('e' + ${simple(scope)});\n`
          : `yield* load(${random(3)});\n`;
      case 5:
        return random(4) === 0 ? `return ${simple(scope)};\n` : `yield* store(3, ${simple(scope)});\n`;
      case 6: {
        const list = `const ${name} = [${simple(scope)}]; ${name}.push(${asking(scope)}); const ${name}f = () => ${name}.length + ${name}[0];\n`;
        return `${list}yield* load(2);\nyield* store(1, ${name}f());\n`;
      }
      case 7:
        return `if (${condition(scope)}) ${block()}\n`;
      case 8:
        return `if (${condition(scope)}) ${block()} else ${block()}\n`;
      case 9:
        return `for (let ${name} = 0; ${name} < ${1 + random(2)}; ${name}++) ${block([...scope], true)}\n`;
      case 10:
        return `for (const ${name} of [${simple(scope)}, 1]) ${block([...scope], true)}\n`;
      case 11:
        return `try ${block()} catch (${name}) { yield* store(1, String((${name} as Error).message)); }\n`;
      case 12:
        return `try ${block()} finally { yield* load(${random(3)}); }\n`;
      case 13:
        return `switch (${asking(scope)}) { case 0: ${statements(depth - 1, scope, false)} ${pick('break;', '')} default: ${statements(depth - 1, scope, false)} }\n`;
      case 14: {
        const inner = `const ${name} = function* (x: number): Generator<unknown, number, never> { ${statements(depth - 1, ['x'], false)} return x; };\n`;
        return `${inner}yield* store(1, yield* ${name}(${simple(scope)}));\n`;
      }
      case 15: {
        const captured = simple(scope);
        const inner = `const ${name}k = ${captured}; const ${name} = function* () { const y = ${name}k + (yield* load(0)); yield* load(2); return y; };\n`;
        return `${inner}yield* store(1, yield* ${name}());\n`;
      }
      default:
        return `yield* lock();\nyield* store(2, ${simple(scope)});\nyield* store(3, ${asking(scope)});\nyield* unlock();\n`;
    }
  }

  const helper = statements(1, ['n'], false);
  const main = statements(3, [], false);
  return `import { load, store, lock, unlock } from 'cells';
class Box { x: number; constructor(x: number) { this.x = x; } *twice(n: number) { yield* load(0); const y = this.x; yield* load(2); return y + n; } }
function* helper(n: number): any { const store2 = store; ${helper.replaceAll('helper(', 'leaf(')} return n; }
function* leaf(n: number): any { return n + ((yield* load(0)) as number); }
export function* program(): any {
${main}}
`;
}
