import Translate, { translate } from '@docusaurus/Translate';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { Program } from 'workloop/run';
import type { Trace } from 'workloop/trace';
import { Choice } from '../Choice/Choice';
import { Editor } from '../Editor/Editor';
import type { SourceFile } from '../Editor/editor';
import { placeOf } from '../Timeline/place';
import { Buttons } from './Buttons';
import { marksAt } from './marksAt';
import { shownTrace } from './playground';
import styles from './Playground.module.css';
import { Result } from './Result';
import { usePlayground } from './usePlayground';

export interface PlaygroundProps {
  /** In MDX its id; the build puts the program in its place. `edit`: the files a reader may change, the first is open. */
  readonly program: Program & { readonly edit: readonly string[] };
}

type Pane = 'code' | 'result';

/** A program to edit and to run, and beside or below it what happened. */
export function Playground({ program }: PlaygroundProps): ReactNode {
  const [files] = useState(() => sourceFiles(program));
  const [activeFile, setActiveFile] = useState(files[0].path);
  const [selected, setSelected] = useState<{ trace: Trace; step: number }>();
  const [pane, setPane] = useState<Pane>('code');
  const [resets, setResets] = useState(0);
  const [edited, setEdited] = useState(false);
  const [asking, setAsking] = useState(false);
  const texts = useRef(program.files);
  const [state, actions] = usePlayground(() => ({
    files: texts.current,
    scenario: program.scenario,
    trusted: program.trusted,
  }));
  const { trace, step: standOn } = shownTrace(state);
  const step = selected?.trace === trace ? selected?.step : standOn;
  const marks = useMemo(() => (trace && step !== undefined ? marksAt(trace, step) : []), [trace, step]);

  /** On a narrow screen what was asked for comes to the front. */
  const show = (ask: () => void) => () => {
    setPane('result');
    ask();
  };
  const shown = {
    ...actions,
    run: show(actions.run),
    shuffle: show(actions.shuffle),
    check: show(actions.check),
  };
  shown.step = (choice) => show(() => actions.step(choice))();

  function edit(changed: Readonly<Record<string, string>>) {
    texts.current = { ...program.files, ...changed };
    setEdited(files.some(({ path, text }) => texts.current[path] !== text));
    actions.clear();
  }

  function reset() {
    edit(program.files);
    setAsking(false);
    setResets(resets + 1);
  }

  function select(chosen: number) {
    if (!trace) return;
    setSelected({ trace, step: chosen });
    const moved = trace.steps.find((one) => one.step === chosen);
    const place = moved && placeOf(moved);
    if (place && files.some(({ path }) => path === place.file)) setActiveFile(place.file);
  }

  return (
    <div
      role="group"
      className={styles.playground}
      aria-label={translate({ id: 'playground.label', message: 'Playground' })}
    >
      <div className={styles.panes}>
        <Choice
          label={translate({ id: 'playground.pane', message: 'Show' })}
          value={pane}
          onChange={setPane}
          options={[
            { value: 'code', label: translate({ id: 'playground.pane.code', message: 'Code' }) },
            { value: 'result', label: translate({ id: 'playground.pane.result', message: 'What happened' }) },
          ]}
        />
      </div>
      <div className={styles.frame}>
        <div className={styles.code} data-shown={pane === 'code' || undefined}>
          <Editor
            key={resets}
            files={files}
            activeFile={activeFile}
            onChooseFile={setActiveFile}
            marks={marks}
            onEdit={edit}
          />
        </div>
        <div className={styles.controls}>
          <Buttons state={state} actions={shown} edited={edited} onReset={() => setAsking(true)} />
          {asking && (
            <p className={styles.asking}>
              <Translate id="playground.resetQuestion">Reset throws your changes away.</Translate>{' '}
              <button type="button" className={styles.button} onClick={reset}>
                <Translate id="playground.resetYes">Throw them away</Translate>
              </button>{' '}
              <button type="button" className={styles.button} onClick={() => setAsking(false)}>
                <Translate id="playground.resetNo">Keep them</Translate>
              </button>
            </p>
          )}
        </div>
        <div className={styles.happened} data-shown={pane === 'result' || undefined}>
          <Result state={state} actions={actions} onSelectStep={select} />
        </div>
      </div>
    </div>
  );
}

function sourceFiles({ files, edit }: PlaygroundProps['program']): readonly SourceFile[] {
  const others = Object.keys(files).filter((path) => !edit.includes(path));
  return [...edit, ...others].map((path) => ({ path, text: files[path], readOnly: !edit.includes(path) }));
}
