export { explainFault, refusal } from './explainFault.ts';
export * from './say.ts';
export type { Locale, MessageCode } from './catalogue.ts';
