import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import {
  SandpackCodeEditor,
  SandpackProvider,
  useSandpack,
  type CodeEditorRef,
} from '@codesandbox/sandpack-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { EditorProps, SourceFile } from './editor';
import { lineMarks, setLineMarks } from './lineMarks';
import { sandpackTheme } from './sandpackTheme';

/** What an editor can do besides: nothing at first. */
const besides = new Compartment();

/** Loaded only when an editor comes near. No preview, test or console of Sandpack's is mounted: it contacts nobody. */
export default function SandpackEditor({ files, activeFile, ...rest }: EditorProps): ReactNode {
  // A new object here would make Sandpack throw the learner's edits away.
  const [setup] = useState(() => ({
    files: Object.fromEntries(files.map(({ path, text }) => [`/${path}`, { code: text }])),
    customSetup: { entry: `/${files[0].path}`, dependencies: {} },
    options: {
      autorun: false,
      autoReload: false,
      initMode: 'immediate' as const,
      activeFile: `/${activeFile}`,
    },
    extensions: new Map(files.map((file) => [file.path, extensionsFor(file, rest.describedBy)])),
  }));
  return (
    <SandpackProvider
      files={setup.files}
      customSetup={setup.customSetup}
      options={setup.options}
      theme={sandpackTheme}
    >
      <Bridge activeFile={activeFile} extensions={setup.extensions} {...rest} />
    </SandpackProvider>
  );
}

function Bridge({
  activeFile,
  extensions,
  marks,
  onEdit,
  tools,
  jump,
}: Omit<EditorProps, 'files'> & { extensions: ReadonlyMap<string, Extension[]> }): ReactNode {
  const { sandpack } = useSandpack();
  const editor = useRef<CodeEditorRef>(null);
  const shown = sandpack.activeFile.slice(1);

  useEffect(() => {
    if (shown !== activeFile) sandpack.setActiveFile(`/${activeFile}`);
  }, [activeFile, shown, sandpack]);

  const reported = useRef(sandpack.files);
  useEffect(() => {
    if (sandpack.files === reported.current) return;
    reported.current = sandpack.files;
    onEdit(Object.fromEntries([...extensions.keys()].map((path) => [path, sandpack.files[`/${path}`].code])));
  }, [sandpack.files, extensions, onEdit]);

  useEffect(() => {
    editor.current
      ?.getCodemirror()
      ?.dispatch({ effects: setLineMarks.of(marks.filter(({ file }) => file === shown)) });
  }, [marks, shown]);

  useEffect(() => {
    editor.current
      ?.getCodemirror()
      ?.dispatch({ effects: besides.reconfigure(tools && extensions.has(shown) ? tools(shown) : []) });
  }, [tools, shown, extensions]);

  const jumped = useRef(jump);
  useEffect(() => {
    const view = editor.current?.getCodemirror();
    if (!view || !jump || jump === jumped.current || jump.file !== shown) return;
    jumped.current = jump;
    view.dispatch({ selection: { anchor: Math.min(jump.at, view.state.doc.length) }, scrollIntoView: true });
    view.focus();
  }, [jump, shown]);

  // Sandpack's tab panel stands inside ours.
  useEffect(() => {
    const inner = editor.current?.getCodemirror()?.dom.closest('.sp-code-editor');
    inner?.setAttribute('role', 'presentation');
    inner?.removeAttribute('aria-labelledby');
  }, [shown]);

  return (
    <SandpackCodeEditor
      ref={editor}
      extensions={extensions.get(shown)}
      showLineNumbers
      showTabs={false}
      showRunButton={false}
      showReadOnly={false}
      initMode="immediate"
    />
  );
}

function extensionsFor({ path, readOnly }: SourceFile, describedBy: string): Extension[] {
  const named = { 'aria-label': path, 'aria-describedby': describedBy };
  return [
    lineMarks,
    besides.of([]),
    EditorView.contentAttributes.of(named),
    // Sandpack's frame is a second text box with an English name.
    ViewPlugin.define((view) => {
      const frame = view.dom.parentElement;
      for (const [name, value] of Object.entries({ role: 'group', ...named }))
        frame?.setAttribute(name, value);
      for (const name of ['aria-autocomplete', 'aria-multiline']) frame?.removeAttribute(name);
      return {};
    }),
    readOnly ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : [],
  ];
}
