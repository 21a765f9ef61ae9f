import { translate } from '@docusaurus/Translate';
import { useMemo, useState, type ReactNode } from 'react';
import type { Program } from 'workloop/run';
import type { Trace } from 'workloop/trace';
import { Editor } from '../Editor/Editor';
import { placeOf } from '../Timeline/place';
import { FormerVersion } from '../Workbench/FormerVersion';
import { useSources, type Sources } from '../Workbench/useSources';
import { Workbench, type Pane } from '../Workbench/Workbench';
import { Buttons } from './Buttons';
import { marksAt } from './marksAt';
import { shownTrace } from './playground';
import { ReplayToken } from './ReplayToken';
import { Result } from './Result';
import { usePlayground, type PlaygroundActions } from './usePlayground';

export interface PlaygroundProps {
  /** In MDX its id; the build puts the program in its place. `edit`: the files a reader may change, the first is open. */
  readonly program: Program & {
    readonly edit: readonly string[];
    readonly id: string;
    readonly starterHash: string;
  };
}

/** A program to edit and to run, and beside or below it what happened. */
export function Playground({ program }: PlaygroundProps): ReactNode {
  const sources = useSources({ ...program, name: `program:${program.id}` });
  const [activeFile, setActiveFile] = useState(program.edit[0]);
  const [selected, setSelected] = useState<{ trace: Trace; step: number }>();
  const [pane, setPane] = useState<Pane>('code');
  const [state, actions] = usePlayground(() => ({
    files: sources.texts(),
    scenario: program.scenario,
    trusted: program.trusted,
  }));
  const { trace, step: standOn } = shownTrace(state);
  const step = selected?.trace === trace ? selected?.step : standOn;
  const marks = useMemo(() => (trace && step !== undefined ? marksAt(trace, step) : []), [trace, step]);
  const shown = bringingForward(actions, () => setPane('result'));

  function change(how: (sources: Sources) => void) {
    how(sources);
    actions.clear();
  }

  function select(chosen: number) {
    if (!trace) return;
    setSelected({ trace, step: chosen });
    const moved = trace.steps.find((one) => one.step === chosen);
    const place = moved && placeOf(moved);
    if (place && sources.files.some(({ path }) => path === place.file)) setActiveFile(place.file);
  }

  return (
    <Workbench
      label={translate({ id: 'playground.label', message: 'Playground' })}
      pane={pane}
      onPane={setPane}
      onApproach={actions.warm}
      code={
        <>
          {sources.hasFormer && (
            <FormerVersion
              onSwap={() => change((work) => work.swapFormer())}
              onDrop={() => sources.dropFormer()}
            />
          )}
          <Editor
            key={sources.version}
            files={sources.files}
            activeFile={activeFile}
            onChooseFile={setActiveFile}
            marks={marks}
            onEdit={(texts) => change((work) => work.edit(texts))}
          />
        </>
      }
      controls={
        <>
          <Buttons
            state={state}
            actions={shown}
            edited={sources.edited}
            onReset={() => change((work) => work.reset())}
          />
          <ReplayToken onReplay={shown.replay} />
        </>
      }
      happened={<Result state={state} actions={actions} onSelectStep={select} />}
    />
  );
}

/** On a narrow screen what was asked for comes to the front. */
function bringingForward(actions: PlaygroundActions, show: () => void): PlaygroundActions {
  const shown =
    <Arguments extends unknown[]>(ask: (...given: Arguments) => void) =>
    (...given: Arguments) => {
      show();
      ask(...given);
    };
  return {
    ...actions,
    run: shown(actions.run),
    shuffle: shown(actions.shuffle),
    step: shown(actions.step),
    check: shown(actions.check),
    replay: shown(actions.replay),
  };
}
