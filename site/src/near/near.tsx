import { useEffect, useRef, useState, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import type { Source } from './source';
import { twinFinder } from './twin';
import { pressesOn, whenIdle, whenLinked, whenNear } from './when';

/**
 * A component whose code a page fetches once the component is about to be seen. Until then the page shows what the build has drawn of
 * it; what a reader clicks there is clicked, and what has the focus keeps it, when the component comes.
 *
 * @param besides what else must be there by then
 */
export function near<Module, Name extends keyof Module>(
  source: Source<Module>,
  name: Name,
  ...besides: readonly Source<unknown>[]
): Module[Name] {
  function Near(props: object) {
    const frame = useRef<HTMLDivElement>(null);
    const afterArrival = useRef<() => void>(undefined);
    const [module, arrive] = useState(source.here);

    useEffect(() => {
      const drawn = frame.current;
      if (module || !drawn) return undefined;
      const calls = new AbortController();
      let clicked: ReturnType<typeof twinFinder> | undefined;
      drawn.addEventListener(
        'click',
        ({ target }) => (clicked = twinFinder(target as Element, drawn)),
        calls,
      );
      const released = pressesOn(drawn, calls);
      const come = async () => {
        const [loaded] = await Promise.all([source.load(), ...besides.map((other) => other.load())]);
        await released();
        if (calls.signal.aborted) return;
        const { activeElement } = document;
        const focused = activeElement && drawn.contains(activeElement) && twinFinder(activeElement, drawn);
        afterArrival.current = () => {
          if (focused) focused()?.focus({ preventScroll: true });
          clicked?.()?.click();
        };
        // At once, with what follows: a key between what was drawn and what comes would go nowhere.
        flushSync(() => arrive(loaded));
      };
      // What cannot be loaded stays drawn.
      const load = () => void come().catch(() => {});
      // Whoever comes from another page of ours finds nothing drawn here.
      if (drawn.childElementCount === 0) load();
      whenNear(drawn, load, calls);
      whenLinked(load, calls);
      whenIdle(() => void source.load().catch(() => {}), calls);
      return () => calls.abort();
    }, [module]);

    useEffect(() => afterArrival.current?.(), [module]);

    const Part = module?.[name] as ComponentType<object> | undefined;
    if (!Part)
      return <div ref={frame} data-near suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />;
    return (
      <div ref={frame} data-near>
        <Part {...props} />
      </div>
    );
  }
  return Near as Module[Name];
}
