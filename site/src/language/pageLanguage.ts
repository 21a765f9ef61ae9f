import { languageFiles } from './files.generated';
import { LanguageClient } from './LanguageClient';

let started: Promise<LanguageClient> | undefined;

/**
 * The page's one worker that knows types, started by the first who asks; a start that failed may be tried again.
 *
 * @param folder where its files are served, with a slash at the end
 * @param locale the language of its messages
 */
export function pageLanguage(folder: string, locale: string): Promise<LanguageClient> {
  if (started) return started;
  const starting = start(folder, locale);
  started = starting;
  starting.catch(() => (started = undefined));
  return starting;
}

async function start(folder: string, locale: string): Promise<LanguageClient> {
  const address = (file: string): string => new URL(folder + file, location.href).href;
  const worker = new Worker(address(languageFiles.worker));
  const client = new LanguageClient(worker);
  worker.addEventListener('error', ({ message }) => client.fail(message));
  const messages: Readonly<Record<string, string>> = languageFiles.messages;
  await client.ask('start', {
    library: address(languageFiles.library),
    ...(messages[locale] && { messages: address(messages[locale]) }),
  });
  return client;
}
