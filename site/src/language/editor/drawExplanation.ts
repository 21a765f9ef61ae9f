import { translate } from '@docusaurus/Translate';
import type { DocPart, Explanation } from '../protocol';

/** A name's signature and docstring as elements. The library's docstrings are in English, whatever the page's language is. */
export function drawExplanation({ signature, doc }: Explanation): HTMLElement {
  const box = element('div', 'wl-explanation');
  box.lang = 'en';
  const head = element('pre', 'wl-signature');
  head.textContent = signature;
  box.append(head, ...doc.flatMap(drawPart));
  return box;
}

function drawPart({ name, text }: DocPart): HTMLElement[] {
  if (name === 'example') {
    const example = element('pre');
    example.textContent = text;
    return [example];
  }
  const [first = '', ...rest] = text.split(/\n{2,}/);
  const start = element('p');
  const label = labelOf(name);
  if (label) start.append(label, ' ');
  if (name === 'param') {
    const [word = '', ...others] = first.split(/\s+/);
    const parameter = element('code');
    parameter.textContent = word;
    start.append(parameter, ' ', ...inline(others.join(' ')));
  } else start.append(...inline(first));
  return [
    start,
    ...rest.map((text) => {
      const paragraph = element('p');
      paragraph.append(...inline(text));
      return paragraph;
    }),
  ];
}

function labelOf(name: string | undefined): HTMLElement | undefined {
  const words: Readonly<Record<string, string>> = {
    param: translate({ id: 'types.argument', message: 'Argument:' }),
    returns: translate({ id: 'types.returns', message: 'Returns:' }),
    throws: translate({ id: 'types.throws', message: 'Throws:' }),
    see: translate({ id: 'types.see', message: 'See' }),
  };
  if (name === undefined || !(name in words)) return undefined;
  const label = element('b');
  label.textContent = words[name] ?? '';
  label.lang = document.documentElement.lang;
  return label;
}

/** Text whose lines run on, with what stands in backquotes as code. */
const inline = (text: string): (Node | string)[] =>
  text
    .replaceAll('\n', ' ')
    .split('`')
    .map((piece, index) => {
      if (index % 2 === 0) return piece;
      const code = element('code');
      code.textContent = piece;
      return code;
    });

function element(tag: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  return made;
}
