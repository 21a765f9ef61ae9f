import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { Engine } from './Engine';
import { startEngine } from './startEngine';

let started: Promise<Engine> | undefined;

/** The page's one engine, started by the first who asks; a start that failed may be tried again. */
export function useEngine(): () => Promise<Engine> {
  const { i18n } = useDocusaurusContext();
  // One address for both languages, so that the engine is fetched once.
  const folder = `${i18n.localeConfigs[i18n.defaultLocale]!.baseUrl}engine/`;
  return () => {
    started ??= startEngine(folder).catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    return started;
  };
}
