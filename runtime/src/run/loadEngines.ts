import { engines, type Engines } from './engines.ts';

/** The engines besides the state graph. A page's worker loads them from a script of their own: `#engines` in package.json. */
export const loadEngines = (_script?: string): Engines => engines;
