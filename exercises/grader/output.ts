import type { MessageCode, MessageData, Locale } from 'workloop/messages';
import { say } from 'workloop/messages';
import { printable } from 'workloop/trace';

/** What takes fewer milliseconds needs no words meanwhile. */
const SOON = 300;

/** Where a command writes: what it found to one stream, progress and complaints to the other. */
export class Output {
  readonly locale: Locale;
  readonly #out: NodeJS.WriteStream;
  readonly #err: NodeJS.WriteStream;
  #progress = false;
  #toldAt = 0;
  readonly #beganAt = Date.now();

  constructor(locale: Locale, out: NodeJS.WriteStream, err: NodeJS.WriteStream) {
    this.locale = locale;
    this.#out = out;
    this.#err = err;
  }

  /** A sentence in the person's language; the data may come from anyone. */
  text(code: MessageCode, data: MessageData = {}): string {
    const safe = Object.entries(data).map(([key, v]) => [key, typeof v === 'string' ? printable(v) : v]);
    return say(code, Object.fromEntries(safe), this.locale);
  }

  say(code: MessageCode, data?: MessageData): void {
    this.line(this.text(code, data));
  }

  /** Text that is safe to print as it is. */
  line(text = ''): void {
    this.#endProgress();
    this.#out.write(`${text}\n`);
  }

  complain(code: MessageCode, data?: MessageData): void {
    this.#endProgress();
    this.#err.write(`${this.text(code, data)}\n`);
  }

  /**
   * One line that replaces itself in a terminal, at most ten times a second and not before something takes a while; elsewhere nothing.
   *
   * @param line given the seconds since the command began
   */
  progress(line: (seconds: number) => string): void {
    const now = Date.now();
    if (!this.#err.isTTY || now - this.#toldAt < 100 || now - this.#beganAt < SOON) return;
    this.#toldAt = now;
    this.#progress = true;
    this.#err.write(`\r\u001B[K${line((now - this.#beganAt) / 1000)}`);
  }

  #endProgress(): void {
    if (this.#progress) this.#err.write('\r\u001B[K');
    this.#progress = false;
  }
}
