import { say, type Locale, type MessageCode, type MessageData } from 'workloop/messages';

/** The words of a timeline in one language: those of a trace as text, and a few that only the page needs. */
export interface TimelineWords {
  /** The trace's own words. */
  readonly say: (code: MessageCode, data?: MessageData) => string;
  readonly stepNumber: (step: number) => string;
  /** What another context was doing. */
  readonly other: (context: string, why: string) => string;
  /** Of a context that waits for nothing. */
  readonly idle: string;
}

/** The trace's words in a language. */
export function traceWords(locale: Locale): TimelineWords['say'] {
  return (code, data = {}) => say(code, data, locale);
}
