import { useSharedFolder } from '../useSharedFolder';

/** Where the engine's files are. */
export const useEngineFolder = (): string => useSharedFolder('engine');
