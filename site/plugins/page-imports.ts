/** As much of a Markdown tree's node as our plugins need. */
export interface Node {
  type: string;
  name?: string | null;
  attributes?: Attribute[];
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

/** Collects the generated modules that a page imports, each once. */
export class PageImports {
  readonly #variables = new Map<string, string>();
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

  /** The import statements, to stand at the page's beginning. */
  statements(): Node[] {
    return [...this.#variables].map(([file, variable]) => importing(variable, `${this.#from}/${file}`));
  }
}

/** The attributes of a component that are plain text. */
export function textAttributes(node: Node): Record<string, string> {
  return Object.fromEntries(
    (node.attributes ?? []).flatMap(({ name, value }) =>
      name !== undefined && typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

function expression(name: string): unknown {
  const estree = program({ type: 'ExpressionStatement', expression: { type: 'Identifier', name } });
  return { type: 'mdxJsxAttributeValueExpression', value: name, data: { estree } };
}

function importing(name: string, path: string): Node {
  const estree = program({
    type: 'ImportDeclaration',
    specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
    source: { type: 'Literal', value: path, raw: JSON.stringify(path) },
  });
  return { type: 'mdxjsEsm', value: `import ${name} from ${JSON.stringify(path)};`, data: { estree } };
}

function program(statement: unknown): unknown {
  return { type: 'Program', sourceType: 'module', body: [statement], comments: [] };
}
