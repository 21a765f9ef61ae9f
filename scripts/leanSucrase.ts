import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** What Sucrase can be asked to strip; here it is always TypeScript, and nothing else. */
const asked = { isJSXEnabled: false, isFlowEnabled: false, isTypeScriptEnabled: true };

/** Modules that no program's text ever gets to: other transforms, a printer for debugging. */
const unreached =
  /[\\/]sucrase[\\/]dist[\\/]esm[\\/](transformers[\\/](JSX|Flow|JestHoist|ReactDisplayName|ReactHotLoader)Transformer|util[\\/]formatTokens)\.js$/;

/** An esbuild plugin: leaves out of Sucrase what no program of ours needs. What it makes of a program stays the same. */
export const leanSucrase: Plugin = {
  name: 'lean-sucrase',
  setup({ onLoad }) {
    onLoad({ filter: unreached }, () => ({ contents: 'module.exports = {};' }));
    // Checks the options of a call; ours is checked by TypeScript.
    onLoad({ filter: /[\\/]sucrase[\\/]dist[\\/]esm[\\/]Options\.js$/ }, () => ({
      contents: 'export const validateOptions = () => {};',
    }));
    onLoad(
      { filter: /[\\/]sucrase[\\/]dist[\\/]esm[\\/]parser[\\/]traverser[\\/]base\.js$/ },
      async ({ path }) => ({
        contents: withConstants(await readFile(path, 'utf8')),
      }),
    );
  },
};

/** The parser's variables as constants: what depends on them falls away. */
function withConstants(text: string): string {
  return Object.entries(asked).reduce((rest, [name, value]) => {
    const [declared, set] = [`export let ${name};`, `  ${name} = ${name}Arg;`];
    if (!rest.includes(declared) || !rest.includes(set)) throw new Error(`Sucrase has no ${name} any more`);
    return rest.replace(declared, `export const ${name} = ${value};`).replace(set, '');
  }, text);
}
