export { explainFault, refusal } from './explainFault.ts';
export * from './say.ts';
