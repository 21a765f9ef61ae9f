import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, type Class, type Comment, type Program } from 'oxc-parser';

/** What is asked of a docstring. */
export interface Docstring {
  /** What it says that the function mirrors in XNU, or what that overrides; '' if neither. */
  readonly mirrors: string;
  /** Whether it shows an example: `examples.test.ts` runs them all. */
  readonly hasExample: boolean;
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

/** The docstring that ends where something starts. */
type Docs = (start: number) => Docstring;

function docs(source: string, comments: readonly Comment[]): Docs {
  return (start) => {
    const { value = '' } =
      comments.findLast(
        ({ type, end }) => type === 'Block' && end <= start && source.slice(end, start).trim() === '',
      ) ?? {};
    return {
      mirrors: /@see (.+?) in XNU/.exec(value)?.[1] ?? '',
      hasExample: /^\s*\* @example$/m.test(value),
    };
  };
}

function* exportsOf(program: Program, doc: Docs): Generator<[string, Declared]> {
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) continue;
    const { declaration } = node;
    const itself = (name: string): [string, Declared] => [
      name,
      { methods: new Map([['', doc(node.start)]]) },
    ];
    if (declaration.type === 'ClassDeclaration' && declaration.id) {
      yield [declaration.id.name, classOf(declaration, doc)];
    } else if (declaration.type === 'FunctionDeclaration' && declaration.id)
      yield itself(declaration.id.name);
    else if (declaration.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') yield itself(id.name);
    }
  }
}

function classOf(node: Class, doc: Docs): Declared {
  const methods = new Map<string, Docstring>();
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition' || member.kind === 'constructor') continue;
    if (member.accessibility === 'private' || member.key.type !== 'Identifier') continue;
    const { name } = member.key;
    const overrides = member.override === true ? `${node.id?.name}::${name}` : '';
    const { mirrors, hasExample } = doc(member.start);
    const before = methods.get(name);
    methods.set(name, {
      mirrors: before?.mirrors || mirrors || overrides,
      hasExample: before?.hasExample || hasExample,
    });
  }
  return { methods, ...(node.superClass?.type === 'Identifier' && { extends: node.superClass.name }) };
}
