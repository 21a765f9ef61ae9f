import type { MessageCode, MessageData } from 'workloop/messages';

type Code = Extract<MessageCode, `cli.refused.${string}`>;

/** Why a submission is not taken as it is: a code and data, for `messages`. */
export interface Refusal {
  readonly code: Code;
  readonly data: MessageData;
}

/** Thrown where a submission is read. */
export class Refused extends Error implements Refusal {
  readonly code: Code;
  readonly data: MessageData;

  constructor(code: Code, data: MessageData = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
