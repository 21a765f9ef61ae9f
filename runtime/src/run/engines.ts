import { exploreDpor } from '../explore/dpor/exploreDpor.ts';
import { explorePortfolio } from '../explore/portfolio.ts';
import { exploreSamples } from '../explore/sample/exploreSamples.ts';

/** The engines besides the state graph: no exercise is checked by one, so a page fetches them when a reader wants to look around. */
export const engines = { exploreDpor, explorePortfolio, exploreSamples };

export type Engines = typeof engines;
