export type { Realm } from './realm.ts';
export { compileFile } from './compile-program.ts';
export { moduleParameters } from './instrument/index.ts';
export { inProcessRealm } from './in-process.ts';
export { quickjsRealms } from './quickjs/quickjs-realms.ts';
export {
  loadProgram,
  type LoadedProgram,
  type Perform,
  type SetupCall,
  type SetupResult,
} from './load-program.ts';
export { ProgramFault } from './program-fault.ts';
export { resolvePath } from './resolve-path.ts';
