import type { MessageCode, MessageData } from 'workloop/messages';

/** The command was asked for something that it cannot do: exit status 2. */
export class UsageError extends Error {
  readonly code: MessageCode;
  readonly data: MessageData;

  constructor(code: MessageCode, data: MessageData = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
