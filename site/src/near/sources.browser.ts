import { fetchedOnce } from './source';

/** All that edits, runs and checks programs. */
export const programs = fetchedOnce(() => import(/* webpackChunkName: "programs" */ './programs'));

/** Drawings of runs. */
export const pictures = fetchedOnce(() => import(/* webpackChunkName: "pictures" */ './pictures'));

/** What gives code its colors. */
export const highlighter = fetchedOnce(() => import(/* webpackChunkName: "highlighter" */ './highlighter'));
