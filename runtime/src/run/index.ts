export { createEngine } from './createEngine.ts';
export { Engine, type ExploreOptions, type NamedChoice } from './engine.ts';
export { GRADER } from './grade.ts';
export { LIMITS } from './limits.ts';
export type * from './protocol.ts';
export * from './scenario.ts';
export { scenarioName, scenarioProgram } from './scenarioProgram.ts';
export { formatToken, parseToken, type Token, type TokenStep } from './token.ts';
export { ProgramFault } from '../guest/index.ts';
