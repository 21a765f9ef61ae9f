/** One JavaScript global with the agent in it. */
export interface Realm {
  /** Asks the agent; JSON both ways. Throws a ProgramFault where the code ran out of fuel or memory. */
  ask(request: string): string;
  dispose(): void;
}
