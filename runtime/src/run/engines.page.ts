export { engines } from './engines.ts';

declare const ENGINE_BUILD: string;

/** What this script was built from. */
export const build: string = ENGINE_BUILD;
