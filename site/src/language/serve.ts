import ts from 'typescript';
import { createLanguage } from './createLanguage';
import type { Files, Language, LanguageReply, LanguageRequest, Methods } from './protocol';

/** The far end of the way to a page. */
export interface PagePort {
  postMessage(reply: LanguageReply): void;
  onmessage: ((event: { data: LanguageRequest }) => void) | null;
}

/**
 * Answers a page, one question after the other.
 *
 * @param fetchJson reads what an address holds
 */
export function serveLanguage(port: PagePort, fetchJson: (address: string) => Promise<unknown>): void {
  let language: Language | undefined;

  const start: Methods['start'] = async ({ library, messages }) => {
    const [files, translated] = await Promise.all([
      fetchJson(library) as Promise<Files>,
      messages === undefined ? undefined : (fetchJson(messages) as Promise<ts.MapLike<string>>),
    ]);
    if (translated) setMessages(translated);
    language = createLanguage(files);
  };
  const answer = ({ method, args }: LanguageRequest): unknown => {
    if (method === 'start') return start(...args);
    if (!language) throw new Error('asked before it was started');
    return (language[method] as (...given: readonly unknown[]) => unknown)(...args);
  };

  const reply = async (request: LanguageRequest): Promise<void> => {
    try {
      port.postMessage({ id: request.id, answer: await answer(request) });
    } catch (error) {
      port.postMessage({ id: request.id, fault: String(error) });
    }
  };

  port.onmessage = ({ data }) => void reply(data);
}

/** Kept out of TypeScript's typings, although tsserver itself has no other way. */
const { setLocalizedDiagnosticMessages: setMessages } = ts as unknown as {
  setLocalizedDiagnosticMessages(messages: ts.MapLike<string>): void;
};
