/** Traces that the build records (plugins/programs.ts). */
declare module '@generated/work-loop-programs/default/*.json' {
  const trace: import('workloop/trace').Trace;
  export default trace;
}
