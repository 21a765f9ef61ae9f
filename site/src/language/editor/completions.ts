import {
  autocompletion,
  insertCompletionText,
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionSource,
} from '@codemirror/autocomplete';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { translate } from '@docusaurus/Translate';
import type { LanguageClient } from '../LanguageClient';
import type { Place, Suggestion, SuggestionDetails } from '../protocol';
import { drawExplanation } from './drawExplanation';

/** Suggests names: while one types, after a point, and when asked to. What is not imported yet will be. */
export function completions(client: LanguageClient, placeOf: (at: number) => Place): Extension {
  const source: CompletionSource = async (context) => {
    const typed = context.matchBefore(/[\w$#]+$|\.$/);
    if (!typed && !context.explicit) return null;
    const place = placeOf(context.pos);
    const found = await client.ask('suggest', place);
    if (!found) return null;
    const details = (suggestion: Suggestion) => client.ask('details', place, suggestion);
    return {
      from: found.from,
      validFor: /^[\w$#]*$/,
      options: found.list.map((suggestion) => completionOf(suggestion, () => details(suggestion))),
    };
  };
  return [
    autocompletion({ override: [source], icons: false }),
    reachableList,
    // Ctrl+Space belongs to the input method on many Chinese keyboards.
    keymap.of([{ key: 'Alt-i', run: startCompletion }]),
    EditorState.phrases.of({
      Completions: translate({ id: 'types.completions', message: 'Completions' }),
    }),
  ];
}

/** A list that scrolls must be a stop of the Tab key: CodeMirror moves in it by arrows alone. */
const reachableList = EditorView.updateListener.of(({ view }) => {
  view.dom.querySelector('.cm-tooltip-autocomplete > ul')?.setAttribute('tabindex', '0');
});

function completionOf(suggestion: Suggestion, ask: () => Promise<SuggestionDetails | null>): Completion {
  const { name, sort, source } = suggestion;
  return {
    label: name,
    sortText: sort + name,
    ...(source !== undefined && { detail: source }),
    async info() {
      const details = await ask();
      if (!details) return null;
      const doc = details.doc.filter((part) => part.name === undefined || part.name === 'see');
      return drawExplanation({ ...details, doc });
    },
    ...(source !== undefined && {
      apply: (view: EditorView, picked: Completion, from: number, to: number) => {
        const { doc } = view.state;
        void ask().then((details) => {
          // Who has typed on meanwhile has moved the places of the import.
          if (view.state.doc !== doc) return;
          const insertion = insertCompletionText(view.state, name, from, to);
          view.dispatch(insertion, {
            changes: details?.changes ?? [],
            annotations: pickedCompletion.of(picked),
          });
        });
      },
    }),
  };
}
