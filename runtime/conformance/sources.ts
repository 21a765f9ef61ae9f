import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseSync,
  type Class,
  type Comment,
  type MethodDefinition,
  type ParamPattern,
  type Program,
} from 'oxc-parser';

/** What is asked of a docstring. */
export interface Docstring {
  /** What it says that the function mirrors in XNU, or what that overrides; '' if neither. */
  readonly mirrors: string;
  /** Whether it shows an example: `examples.test.ts` runs them all. */
  readonly hasExample: boolean;
  /** The parameters that it says nothing about. */
  readonly silentOn: readonly string[];
}

/** A class, or a function, as its source declares it. */
export interface Declared {
  readonly extends?: string;
  readonly methods: ReadonlyMap<string, Docstring>;
}

const folder = join(import.meta.dirname, '../src/iokit');

/** Everything that the IOKit folder exports: classes with what is not private, and functions under their own names. */
export function declared(): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>();
  for (const name of readdirSync(folder).filter((file) => /(?<!\.test)\.ts$/.test(file))) {
    const source = readFileSync(join(folder, name), 'utf8');
    const { program, comments } = parseSync(name, source);
    for (const [exported, what] of exportsOf(program, docs(source, comments))) found.set(exported, what);
  }
  return found;
}

/** The text of the docstring that ends where something starts. */
type Docs = (start: number) => string;

function docs(source: string, comments: readonly Comment[]): Docs {
  return (start) =>
    comments.findLast(
      ({ type, end }) => type === 'Block' && end <= start && source.slice(end, start).trim() === '',
    )?.value ?? '';
}

function docstring(text: string, parameters: readonly ParamPattern[], overrides = ''): Docstring {
  const names = new Set(parameters.map(nameOf));
  return {
    mirrors: /@see (.+?) in XNU/.exec(text)?.[1] ?? overrides,
    hasExample: /^\s*\* @example$/m.test(text),
    silentOn: [...names].filter((name) => !new RegExp(`@param ${name}\\b`).test(text)),
  };
}

function nameOf(parameter: ParamPattern): string {
  if (parameter.type === 'Identifier') return parameter.name;
  if (parameter.type === 'RestElement') return nameOf(parameter.argument);
  if (parameter.type === 'AssignmentPattern') return nameOf(parameter.left);
  throw new Error(`a parameter of the library has no name: ${parameter.type}`);
}

function* exportsOf(program: Program, doc: Docs): Generator<[string, Declared]> {
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) continue;
    const { declaration } = node;
    const itself = (name: string, parameters: readonly ParamPattern[]): [string, Declared] => [
      name,
      { methods: new Map([['', docstring(doc(node.start), parameters)]]) },
    ];
    if (declaration.type === 'ClassDeclaration' && declaration.id) {
      yield [declaration.id.name, classOf(declaration, doc)];
    } else if (declaration.type === 'FunctionDeclaration' && declaration.id)
      yield itself(declaration.id.name, declaration.params);
    else if (declaration.type === 'VariableDeclaration') {
      for (const { id, init } of declaration.declarations) {
        const parameters = init?.type === 'ArrowFunctionExpression' ? init.params : [];
        if (id.type === 'Identifier') yield itself(id.name, parameters);
      }
    }
  }
}

function classOf(node: Class, doc: Docs): Declared {
  const members = new Map<string, MethodDefinition[]>();
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition' || member.kind === 'constructor') continue;
    if (member.accessibility === 'private' || member.key.type !== 'Identifier') continue;
    const { name } = member.key;
    members.set(name, [...(members.get(name) ?? []), member]);
  }
  const methods = [...members].map(([name, all]) => {
    // The parameters of an overloaded method are those of its overloads: the last one is its body.
    const signatures = all.length > 1 ? all.slice(0, -1) : all;
    const parameters = signatures.flatMap(({ value }) => value.params);
    const overrides = all.some((member) => member.override === true) ? `${node.id?.name}::${name}` : '';
    const text = all.map((member) => doc(member.start)).join('\n');
    return [name, docstring(text, parameters, overrides)] as const;
  });
  return {
    methods: new Map(methods),
    ...(node.superClass?.type === 'Identifier' && { extends: node.superClass.name }),
  };
}
