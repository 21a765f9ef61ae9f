interface Attribute {
  type: string;
  name?: string;
  value?: unknown;
}

interface Node {
  type: string;
  name?: string | null;
  attributes?: Attribute[];
  children?: Node[];
  value?: string;
  data?: unknown;
}

/**
 * A remark plugin: `<Playground program="lost-update" />` gets the program itself, which the page imports. An id without a
 * folder in `lessons/programs` fails the build, since nothing was written for it.
 */
export default function remarkProgram(): (tree: Node) => void {
  return (tree) => {
    const variables = new Map<string, string>();
    const visit = (node: Node): void => {
      for (const attribute of node.name === 'Playground' ? (node.attributes ?? []) : []) {
        if (attribute.name !== 'program' || typeof attribute.value !== 'string') continue;
        const id = attribute.value;
        const variable = variables.get(id) ?? `playgroundProgram${variables.size}`;
        variables.set(id, variable);
        attribute.value = expression(variable);
      }
      node.children?.forEach(visit);
    };
    visit(tree);
    tree.children?.unshift(...[...variables].map(([id, variable]) => importing(variable, id)));
  };
}

function expression(name: string): unknown {
  const estree = program({ type: 'ExpressionStatement', expression: { type: 'Identifier', name } });
  return { type: 'mdxJsxAttributeValueExpression', value: name, data: { estree } };
}

function importing(name: string, id: string): Node {
  const path = `@generated/work-loop-programs/default/${id}.json`;
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
