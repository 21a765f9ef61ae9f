import { highlighter } from '#sources';
import { useLayoutEffect, useRef, useState, type ComponentProps, type ReactNode } from 'react';
import type { CodeLinesProps } from '../components/CodeLines/CodeLines';

interface Props extends ComponentProps<'code'> {
  readonly lines: CodeLinesProps;
}

/**
 * Code in the colors that the build has given it, which a page keeps as they are. Where a reader comes from another page there are
 * none yet: the code is plain until the highlighter has been fetched.
 */
export function HighlightedCode({ lines, ...props }: Props): ReactNode {
  const code = useRef<HTMLElement>(null);
  const [highlighting, arrive] = useState(highlighter.here);
  const [isKept, setKept] = useState(!highlighting);

  useLayoutEffect(() => {
    if (highlighting || code.current?.hasChildNodes()) return;
    setKept(false);
    // Code that stays plain can be read as well.
    highlighter.load().then(arrive, () => {});
  }, [highlighting]);

  if (isKept)
    return <code {...props} ref={code} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />;
  return <code {...props}>{highlighting ? <highlighting.CodeLines {...lines} /> : lines.text}</code>;
}
