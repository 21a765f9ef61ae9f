/** Most of its texts'. */
const fontSize = '13px';

/** What is set of a shape or a text, and what it is where nothing sets it. */
const unset: Readonly<Record<string, string>> = {
  fill: '',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  opacity: '1',
  'paint-order': 'normal',
  'font-size': fontSize,
  'font-weight': '400',
  transform: 'none',
};

/** Writes into a drawing what the page's style sheet says of it. */
export function resolveStyles(drawing: SVGSVGElement): void {
  const { fontFamily } = getComputedStyle(drawing);
  for (const part of drawing.querySelectorAll('rect, path, circle, text')) {
    const style = getComputedStyle(part);
    for (const [name, initial] of Object.entries(unset)) {
      const value = style.getPropertyValue(name);
      if (value !== initial && !value.startsWith('url(')) part.setAttribute(name, value);
    }
    if (part.getAttribute('fill') === 'rgba(0, 0, 0, 0)') part.remove();
  }
  for (const part of drawing.querySelectorAll('*'))
    for (const name of part.getAttributeNames())
      if (name === 'class' || name.startsWith('data-')) part.removeAttribute(name);
  drawing.setAttribute('style', 'white-space: pre');
  drawing.setAttribute('font-family', fontFamily);
  drawing.setAttribute('font-size', fontSize);
}
