import Translate, { translate } from '@docusaurus/Translate';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Program } from 'workloop/run';
import { Choice } from '../Choice/Choice';
import { Editor } from '../Editor/Editor';
import type { LineMark, SourceFile } from '../Editor/editor';
import { Buttons } from './Buttons';
import { marksAt } from './marksAt';
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
  const [activeFile, setActiveFile] = useState(files[0]!.path);
  const [marks, setMarks] = useState<readonly LineMark[]>([]);
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
  const trace = state.verdict?.failure?.trace ?? state.run?.trace;

  useEffect(() => {
    if (state.work) setPane('result');
  }, [state.work]);

  function edit(changed: Readonly<Record<string, string>>) {
    texts.current = { ...program.files, ...changed };
    setEdited(files.some(({ path, text }) => texts.current[path] !== text));
    setMarks([]);
    actions.edited();
  }

  function reset() {
    edit(program.files);
    setAsking(false);
    setResets(resets + 1);
  }

  function select(step: number) {
    if (!trace) return;
    const lines = marksAt(trace, step);
    setMarks(lines);
    const mover = trace.steps.find((one) => one.step === step)?.where[0];
    if (mover && files.some(({ path }) => path === mover.file)) setActiveFile(mover.file);
  }

  return (
    <section
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
          <Buttons state={state} actions={actions} edited={edited} onReset={() => setAsking(true)} />
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
    </section>
  );
}

function sourceFiles({ files, edit }: PlaygroundProps['program']): readonly SourceFile[] {
  const others = Object.keys(files).filter((path) => !edit.includes(path));
  return [...edit, ...others].map((path) => ({ path, text: files[path]!, readOnly: !edit.includes(path) }));
}
