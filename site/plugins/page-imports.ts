/** As much of a Markdown tree's node as our plugins need. */
export interface Node {
  type: string;
  name?: string | null;
  /** A component's; a directive (`:::note`) has a record of its own kind. */
  attributes?: Attribute[] | Readonly<Record<string, string>>;
  children?: Node[];
  value?: string;
  lang?: string;
  meta?: string | null;
  data?: unknown;
}

export interface Attribute {
  type: string;
  name?: string;
  value?: unknown;
}

/**
 * Collects what a page imports, each once: generated modules, and components of ours that are too big for pages that do not show
 * them.
 */
export class PageImports {
  readonly #variables = new Map<string, string>();
  readonly #components = new Map<string, string>();
  readonly #from: string;
  readonly #prefix: string;

  /**
   * @param from the folder of the modules, e.g. `@generated/work-loop-programs/default`
   * @param prefix begins the variables' names, different for each plugin
   */
  constructor(from: string, prefix: string) {
    this.#from = from;
    this.#prefix = prefix;
  }

  /** An attribute whose value is what the module holds. */
  attribute(name: string, file: string): Attribute {
    const variable = this.#variables.get(file) ?? `${this.#prefix}${this.#variables.size}`;
    this.#variables.set(file, variable);
    return { type: 'mdxJsxAttribute', name, value: expression(variable) };
  }

  /** The page shows a component, which a module below `site/src` exports. */
  component(name: string, module = 'near'): void {
    this.#components.set(name, `@site/site/src/${module}`);
  }

  /** The import statements, to stand at the page's beginning. */
  statements(): Node[] {
    return [
      ...[...this.#components].map(([name, path]) => importing(name, path, name)),
      ...[...this.#variables].map(([file, variable]) => importing(variable, `${this.#from}/${file}`)),
    ];
  }
}

/** The attributes of a component that are plain text; a directive has none of these. */
export function textAttributes(node: Node): Record<string, string> {
  const attributes = Array.isArray(node.attributes) ? node.attributes : [];
  return Object.fromEntries(
    attributes.flatMap(({ name, value }) =>
      name !== undefined && typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

function expression(name: string): unknown {
  const estree = program({ type: 'ExpressionStatement', expression: { type: 'Identifier', name } });
  return { type: 'mdxJsxAttributeValueExpression', value: name, data: { estree } };
}

function importing(local: string, path: string, exported?: string): Node {
  const name = { type: 'Identifier', name: local };
  const specifier = exported
    ? { type: 'ImportSpecifier', local: name, imported: { type: 'Identifier', name: exported } }
    : { type: 'ImportDefaultSpecifier', local: name };
  const estree = program({
    type: 'ImportDeclaration',
    specifiers: [specifier],
    source: { type: 'Literal', value: path, raw: JSON.stringify(path) },
  });
  const value = `import ${exported ? `{ ${local} }` : local} from ${JSON.stringify(path)};`;
  return { type: 'mdxjsEsm', value, data: { estree } };
}

function program(statement: unknown): unknown {
  return { type: 'Program', sourceType: 'module', body: [statement], comments: [] };
}
