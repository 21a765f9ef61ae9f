export * from './solution.ts';
