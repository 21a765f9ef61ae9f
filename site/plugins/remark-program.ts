import { recordingName, recordingOf } from './recordings.ts';

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
 * A remark plugin: `<Playground program="lost-update" />` gets the program itself, and `<Recorded program="lost-update"
 * show="failure">` the trace of that run; the page imports them. An id without a folder in `lessons/programs` fails the build,
 * since nothing was written for it.
 */
export default function remarkProgram(): (tree: Node) => void {
  return (tree) => {
    const variables = new Map<string, string>();
    const imported = (file: string): Attribute['value'] => {
      const variable = variables.get(file) ?? `programData${variables.size}`;
      variables.set(file, variable);
      return expression(variable);
    };
    const visit = (node: Node): void => {
      const texts = Object.fromEntries((node.attributes ?? []).map(({ name = '', value }) => [name, value]));
      if (node.name === 'Playground' && typeof texts.program === 'string') {
        node.attributes = [attribute('program', imported(`${texts.program}.json`))];
      }
      if (node.name === 'Recorded') {
        const file = recordingName(recordingOf(texts as Record<string, string>));
        node.attributes = [attribute('trace', imported(file))];
      }
      node.children?.forEach(visit);
    };
    visit(tree);
    tree.children?.unshift(...[...variables].map(([file, variable]) => importing(variable, file)));
  };
}

function attribute(name: string, value: unknown): Attribute {
  return { type: 'mdxJsxAttribute', name, value };
}

function expression(name: string): unknown {
  const estree = program({ type: 'ExpressionStatement', expression: { type: 'Identifier', name } });
  return { type: 'mdxJsxAttributeValueExpression', value: name, data: { estree } };
}

function importing(name: string, file: string): Node {
  const path = `@generated/work-loop-programs/default/${file}`;
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
