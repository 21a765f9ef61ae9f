/** The glossary that the build writes (plugins/glossary.ts). */
declare module '@generated/work-loop-glossary/default/entries.json' {
  const entries: readonly import('../../../plugins/glossary').Entry[];
  export default entries;
}
