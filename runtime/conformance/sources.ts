import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, type Class, type Comment, type Program } from 'oxc-parser';

/** A class, or a function, as its source declares it. */
export interface Declared {
  readonly extends?: string;
  /** By name: what the docstring says that it mirrors in XNU, or what it overrides; '' if neither. */
  readonly methods: ReadonlyMap<string, string>;
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

/** What the docstring that ends where something starts says that it mirrors; '' if it does not say it. */
type Docs = (start: number) => string;

function docs(source: string, comments: readonly Comment[]): Docs {
  return (start) => {
    const doc = comments.findLast(
      ({ type, end }) => type === 'Block' && end <= start && source.slice(end, start).trim() === '',
    );
    return /@see (.+?) in XNU/.exec(doc?.value ?? '')?.[1] ?? '';
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
  const methods = new Map<string, string>();
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition' || member.kind === 'constructor') continue;
    if (member.accessibility === 'private' || member.key.type !== 'Identifier') continue;
    const { name } = member.key;
    const overrides = member.override === true ? `${node.id?.name}::${name}` : '';
    methods.set(name, methods.get(name) || doc(member.start) || overrides);
  }
  return { methods, ...(node.superClass?.type === 'Identifier' && { extends: node.superClass.name }) };
}
