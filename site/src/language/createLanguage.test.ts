import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exerciseFolders, readExercise } from '../../plugins/exercises';
import { readProgram } from '../../plugins/programs';
import { createLanguage } from './createLanguage';
import { makeLibrary } from './library';

const language = createLanguage(makeLibrary());
let lastProject = 0;

/** Opens a program; `|` in the first file is the place that is asked about. */
function opened(marked: string, others: Readonly<Record<string, string>> = {}) {
  const project = ++lastProject;
  const text = marked.replace('|', '');
  const place = { project, file: 'fan.ts', at: marked.indexOf('|') };
  language.open(project, { 'fan.ts': text, ...others });
  return {
    project,
    place,
    text,
    messages: () => language.problems(project).map(({ file, line, message }) => [file, line, message]),
    names: () => language.suggest(place)?.list.map(({ name }) => name) ?? [],
    suggestion: (name: string) => language.suggest(place)!.list.find((one) => one.name === name)!,
  };
}

const fan = (body: string, imports = 'IOService, type IOCommandGate, type Op'): string =>
  `import { ${imports} } from 'workloop';
export class Fan extends IOService {
  commandGate!: IOCommandGate;
  *pause(): Op {
    ${body}
  }
}
`;

describe('problems', () => {
  it('name a member that is not there, with its line and place', () => {
    const { project, text } = opened(fan('yield* this.commandGate.runActoin(this.pause);'));
    expect(language.problems(project)).toEqual([
      {
        file: 'fan.ts',
        line: 5,
        from: text.indexOf('runActoin'),
        to: text.indexOf('runActoin') + 'runActoin'.length,
        severity: 'error',
        isSyntax: false,
        message: "Property 'runActoin' does not exist on type 'IOCommandGate'. Did you mean 'runAction'?",
      },
    ]);
  });

  it('tell what is no TypeScript from what has the wrong type', () => {
    const { project } = opened('const n: string = 1;\nlet m = ;\n');
    const found = language.problems(project).map(({ line, isSyntax }) => [line, isSyntax]);
    expect(found).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it('reach from one file into the next, and go with the change that brought them', () => {
    const user = "import { Fan } from './fan';\nexport const pause = (fan: Fan) => fan.pause();\n";
    const { project, messages, text } = opened(fan(''), { 'user.ts': user });
    expect(messages()).toEqual([]);
    language.write(project, 'fan.ts', text.replace('*pause', '*halt'));
    expect(messages()).toEqual([['user.ts', 2, "Property 'pause' does not exist on type 'Fan'."]]);
    language.write(project, 'fan.ts', text);
    expect(messages()).toEqual([]);
  });

  it('of one program say nothing of another, even one that is closed', () => {
    const first = opened('export const n: string = 1;');
    const second = opened('export const n: string = "1";');
    expect(second.messages()).toEqual([]);
    language.close(first.project);
    expect(first.messages()).toEqual([]);
  });

  it.each(['setTimeout', 'document', 'console', 'process', 'Promise', 'Date', 'Proxy', 'eval'])(
    'say of %s that a driver has none',
    (name) => {
      const { messages } = opened(fan(`(${name});`));
      expect(messages()).toHaveLength(1);
      expect(messages()[0]![2]).toContain(`'${name}'`);
    },
  );

  const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  const programs = root('lessons/programs');
  const folders = exerciseFolders(root('exercises'));

  it.each(readdirSync(programs))('find nothing in the lessons’ program %s', (id) => {
    const project = ++lastProject;
    language.open(project, readProgram(join(programs, id), 'en').files);
    expect(language.problems(project)).toEqual([]);
    language.close(project);
  });

  it.each([...folders])('find nothing in exercise %s as it is at first', (_, folder) => {
    const project = ++lastProject;
    const { starter, exercise } = readExercise(folder, 'en');
    language.open(project, { ...starter, ...exercise.files });
    expect(language.problems(project)).toEqual([]);
    language.close(project);
  });
});

/** What the library calls on the way to what a driver calls. */
const internal =
  /^(free|flags|claimed|checkForWork|setWorkLoop|setNext|forgetWorkLoop|\w+InterruptOccurred|signalWorkAvailable|(open|close|tryClose|sleep|wakeup)Gate)$/;

describe('suggestions', () => {
  it('after a command gate are its methods, with what they do and what they are called in XNU', () => {
    const { place, names, suggestion } = opened(fan('yield* this.commandGate.|'));
    expect(names()).toEqual(expect.arrayContaining(['runAction', 'commandSleep', 'disable']));
    const { signature, doc, changes } = language.details(place, suggestion('runAction'))!;
    expect(signature).toContain('IOCommandGate.runAction');
    expect(doc[0]!.text).toMatch(/^Closes the gate, runs an action on the caller's thread/);
    expect(doc).toContainEqual({ name: 'see', text: 'IOCommandGate::runAction in XNU' });
    expect(changes).toEqual([]);
  });

  it('leave out what the library has for itself, and a driver never calls', () => {
    const gate = opened(fan('yield* this.commandGate.|')).names();
    expect(gate).toEqual(expect.arrayContaining(['setAction', 'retain', 'release']));
    expect(gate.filter((name) => internal.test(name))).toEqual([]);
    const loop = opened(fan('yield* (yield* this.getWorkLoop())?.|')).names();
    expect(loop).toContain('runAction');
    expect(loop.filter((name) => internal.test(name))).toEqual([]);
    expect(opened(fan('this.|')).names()).toEqual(expect.arrayContaining(['start', 'commandGate']));
    expect(
      opened(fan('this.|'))
        .names()
        .filter((name) => internal.test(name)),
    ).toEqual([]);
  });

  it('have what a driver overrides, and hands on to its base class', () => {
    const timer = 'IOTimerEventSource, type Op';
    const body = (members: string): string =>
      fan('', timer)
        .replace('IOService', 'IOTimerEventSource')
        .replace(/ {2}commandGate[^]*$/, `${members}\n}\n`);
    expect(opened(body('  override *checkF|')).names()).toContain('checkForWork');
    expect(opened(body('  override *free(): Op { yield* super.|')).names()).toContain('free');
    expect(opened(body('  override *free(): Op { yield* this.|')).names()).not.toContain('free');
  });

  it('of what is left out, the types say as much as of anything', () => {
    expect(opened(fan('yield* this.commandGate.checkForWork();')).messages()).toEqual([]);
    expect(opened(fan('yield* this.commandGate.checkForWork(1);')).messages()).toHaveLength(1);
  });

  it('replace the word that has begun', () => {
    const { place, text } = opened(fan('yield* this.commandGate.runA|'));
    expect(language.suggest(place)!.from).toBe(text.indexOf('runA'));
  });

  it('come with the import they need', () => {
    const { place, suggestion, text } = opened(fan('IOLockA|'));
    const { changes } = language.details(place, suggestion('IOLockAlloc'))!;
    const [{ from, to, insert }] = changes as [(typeof changes)[0]];
    expect(changes).toHaveLength(1);
    expect(`${text.slice(0, from)}${insert}${text.slice(to)}`).toContain(
      "import { IOLockAlloc, IOService, type IOCommandGate, type Op } from 'workloop';",
    );
  });

  it('offer what only scenarios may import to those who have imported of it', () => {
    expect(opened(fan('scenar|')).names()).not.toContain('scenario');
    const scenario = "import { inTheEnd } from 'workloop/run';\nscenar|";
    expect(opened(scenario).suggestion('scenario').source).toBe('workloop/run');
  });

  it('name nothing of another program on the page', () => {
    opened('export const onlyHere = 1;');
    expect(opened('onlyH|').names()).not.toContain('onlyHere');
    expect(opened('onlyH|', { 'other.ts': 'export const onlyHere = 1;' }).names()).toContain('onlyHere');
  });

  it('keep the library’s own files to themselves', () => {
    const { suggestion } = opened(fan('IOLockA|'));
    expect(suggestion('IOLockAlloc').source).toBe('workloop');
    const sources = language.suggest(opened(fan('a|')).place)!.list.map(({ source }) => source ?? '');
    expect(sources.filter((source) => /workloop\/(?!run$)|node_modules/.test(source))).toEqual([]);
  });

  it('are none inside a comment', () => {
    expect(opened(fan('// this.|')).names()).toEqual([]);
  });
});

describe('explanations', () => {
  it('say what a class is, and where', () => {
    const { place, text } = opened(fan('', 'IOService, IOWork|Loop, type IOCommandGate, type Op'));
    const from = text.indexOf('IOWorkLoop');
    expect(language.explain(place)).toMatchObject({
      from,
      to: from + 'IOWorkLoop'.length,
      signature: 'class IOWorkLoop',
      doc: expect.arrayContaining([
        {
          text: 'A recursive lock (the gate), a thread, and a chain of event sources that the thread looks at with the gate closed.',
        },
      ]),
    });
  });

  it('are none where there is nothing to say', () => {
    expect(language.explain(opened('\n|\nexport {};').place)).toBeNull();
  });
});
