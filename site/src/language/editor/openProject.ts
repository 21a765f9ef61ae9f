import type { Extension } from '@codemirror/state';
import { pageLanguage } from '../pageLanguage';
import type { Files, Problem } from '../protocol';
import { completions } from './completions';
import { explanations } from './explanations';
import { keepInStep } from './keepInStep';
import { problems } from './problems';
import { theme } from './theme';

/** A program whose types are known. */
export interface Project {
  /** What the editor of one of its files gets. */
  tools(file: string): Extension;
  close(): void;
}

let lastProject = 0;

/**
 * Hands a program to the page's worker, which is started if it is not there yet.
 *
 * @param folder where the worker's files are served, with a slash at the end
 * @param locale the language of its messages
 * @param files as they are now; the editors tell of what becomes of them
 * @param onProblems called with all that the types say against the program, whenever that was found out anew
 * @throws if the worker does not come
 */
export async function openProject(
  folder: string,
  locale: string,
  files: Files,
  onProblems: (problems: readonly Problem[]) => void,
): Promise<Project> {
  const client = await pageLanguage(folder, locale);
  const project = ++lastProject;
  await client.ask('open', project, files);
  return {
    tools: (file) => [
      keepInStep((text) => void client.ask('write', project, file, text)),
      problems(file, () => client.ask('problems', project), onProblems),
      completions(client, (at) => ({ project, file, at })),
      explanations((at) => client.ask('explain', { project, file, at })),
      theme,
    ],
    close: () => void client.ask('close', project),
  };
}
