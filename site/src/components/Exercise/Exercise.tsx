import Translate, { translate } from '@docusaurus/Translate';
import { useId, useMemo, useState, type ReactNode } from 'react';
import type { LineMark } from '../Editor/editor';
import { Editor } from '../Editor/Editor';
import { marksAt } from '../Playground/marksAt';
import { placeOf } from '../Timeline/place';
import type { ExerciseFiles } from 'workloop/run';
import { FormerVersion } from '../Workbench/FormerVersion';
import { useSources, type Sources } from '../Workbench/useSources';
import { Workbench, type Pane } from '../Workbench/Workbench';
import { Attempts } from './Attempts';
import { Controls } from './Controls';
import styles from './Exercise.module.css';
import { errorOf, totalPoints } from './exerciseState';
import { textsIn } from './ExerciseText';
import { Help } from './Help';
import { attempted } from './progress';
import { Report } from './Report';
import { Solved } from './Solved';
import { useExercise } from './useExercise';
import { useProgress } from './useProgress';

interface Props {
  /** In MDX its id; the build puts the exercise in its place, and its texts among the children. */
  readonly exercise: {
    readonly title: string;
    readonly minutes: number;
    readonly exercise: ExerciseFiles;
    readonly starter: Readonly<Record<string, string>>;
    readonly starterHash: string;
  };
  readonly children?: ReactNode;
}

/** Something to make right: statement, editor, Check, what came of it, hints, the reference answer. */
export function Exercise({ exercise: page, children }: Props): ReactNode {
  const { exercise, starter, starterHash, title, minutes } = page;
  const id = useId();
  const texts = textsIn(children);
  const sources = useSources({
    name: `exercise:${exercise.id}`,
    starterHash,
    files: { ...starter, ...exercise.files },
    edit: exercise.edit,
  });
  const [progress, changeProgress] = useProgress(exercise.id);
  const [activeFile, setActiveFile] = useState(exercise.edit[0]);
  const [pane, setPane] = useState<Pane>('code');
  const [step, setStep] = useState<number>();
  const [state, actions] = useExercise(exercise, sources.own, (record, graded) => {
    setStep(undefined);
    const made = new Date().toISOString();
    changeProgress((before) => attempted(before, record, { texts: graded, made, starterHash }));
  });
  const { record, open, stale } = state;
  const failing = record?.scenarios.find(({ id: scenario }) => scenario === open?.scenario)?.failure;
  const standing = step ?? failing?.failingStep;
  const error = record && errorOf(record);
  const marks = useMemo((): readonly LineMark[] => {
    if (stale) return [];
    if (error?.file) return [{ file: error.file, line: error.line ?? 1, tone: 'fail', letter: '✕' }];
    return open && standing !== undefined ? marksAt(open.run.trace, standing) : [];
  }, [stale, error, open, standing]);
  const solved = progress.solved === starterHash;

  function change(how: (work: Sources) => void) {
    how(sources);
    actions.edited();
  }

  function check() {
    setPane('result');
    actions.check();
  }

  function select(chosen: number) {
    setStep(chosen);
    const moved = open?.run.trace.steps.find((one) => one.step === chosen);
    const place = moved && placeOf(moved);
    if (place && sources.files.some(({ path }) => path === place.file)) setActiveFile(place.file);
  }

  return (
    <section className={styles.exercise} aria-labelledby={`${id}title`} data-solved={solved || undefined}>
      <header className={styles.header}>
        <h3 id={`${id}title`} className={styles.title}>
          {title}
        </h3>
        <p className={styles.facts}>
          <Translate id="exercise.facts" values={{ id: exercise.id, points: totalPoints(exercise), minutes }}>
            {'Exercise {id} · {points} points · about {minutes} minutes'}
          </Translate>
          {solved && (
            <strong className={styles.badge}>
              {' ✓ '}
              <Translate id="exercise.solved">Solved</Translate>
            </strong>
          )}
        </p>
      </header>
      <div className={styles.text}>{texts.statement}</div>
      <Workbench
        label={translate({ id: 'exercise.label', message: 'Exercise' })}
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
              onEdit={(changed) => change((work) => work.edit(changed))}
            />
          </>
        }
        controls={
          <Controls
            exercise={exercise}
            checking={state.work === 'check'}
            edited={sources.edited}
            own={sources.own}
            onCheck={check}
            onCancel={actions.cancel}
            onReset={() => change((work) => work.reset())}
          />
        }
        happened={
          <Report
            exercise={exercise}
            state={state}
            actions={actions}
            onSelectStep={select}
            onOpen={setStep}
          />
        }
      />
      <Attempts attempts={progress.attempts} onOpen={(chosen) => change((work) => work.open(chosen))} />
      {solved && <Solved explanation={texts.explanation} />}
      <Help
        texts={texts}
        shown={progress.hints}
        solved={solved}
        onHint={() => changeProgress((before) => ({ ...before, hints: before.hints + 1 }))}
      />
    </section>
  );
}
