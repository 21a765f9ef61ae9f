import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Program } from 'workloop/run';
import { ProgramBench } from '../Workbench/ProgramBench';
import { useDesk } from '../Workbench/useDesk';
import { useSources, type Sources } from '../Workbench/useSources';
import { Buttons } from './Buttons';
import { bringingForward } from './bringingForward';
import { ReplayToken } from './ReplayToken';
import { Result } from './Result';
import { usePlayground } from './usePlayground';
import { useSelectedStep } from './useSelectedStep';

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
  const desk = useDesk(sources);
  const [state, actions] = usePlayground(() => ({
    files: sources.texts(),
    scenario: program.scenario,
    trusted: program.trusted,
  }));
  const { marks, select } = useSelectedStep(state, desk);
  const shown = bringingForward(actions, () => desk.show('result'));

  function change(how: (work: Sources) => void) {
    how(sources);
    actions.clear();
  }

  return (
    <ProgramBench
      label={translate({ id: 'playground.label', message: 'Playground' })}
      sources={sources}
      desk={desk}
      marks={marks}
      onApproach={actions.warm}
      onChange={change}
      onReplay={shown.replay}
      controls={
        <>
          <Buttons
            state={state}
            actions={shown}
            sources={sources}
            onReset={() => change((work) => work.reset())}
          />
          <ReplayToken onReplay={shown.replay} />
        </>
      }
      happened={<Result state={state} actions={actions} onSelectStep={select} />}
    />
  );
}
