/** The state of the translation that the build writes (plugins/translation.ts). */
declare module '@generated/work-loop-translation/default/status.json' {
  const status: import('../../../plugins/translation').TranslationStatus;
  export default status;
}
