import type { Property } from '../explore/properties.ts';
import { ProgramFault } from '../guest/index.ts';
import type { Scenario } from './scenario.ts';

/** What a scenario's options may be: a misspelled one would have another world explored than was meant. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  time: ['urgent', 'any'],
  wakeOrder: ['any', 'fifo'],
  memory: ['sc', 'tso'],
  kernel: ['current', 'yosemite', 'classic'],
  build: ['release', 'development'],
};

/**
 * A scenario whose options exist. Where one of its properties throws, so does whoever asked for it, a ProgramFault.
 *
 * @throws ProgramFault `scenario-option`
 */
export function checkScenario(scenario: Scenario, file: string): Scenario {
  const given = Object.entries({ ...scenario, ...scenario.profile });
  for (const [option, value] of given) {
    const allowed = OPTIONS[option];
    if (!allowed || value === undefined || allowed.some((one) => one === value)) continue;
    const data = { option, value: JSON.stringify(value), allowed: allowed.join(', ') };
    throw new ProgramFault('compile-error', 'scenario-option', data, { file });
  }
  return { ...scenario, properties: scenario.properties.map((property) => checkProperty(property, file)) };
}

function checkProperty(property: Property, file: string): Property {
  const checked = <T>(ask: () => T): T => {
    try {
      return ask();
    } catch (error) {
      throw new ProgramFault('compile-error', 'property-threw', { detail: String(error) }, { file });
    }
  };
  switch (property.kind) {
    case 'state':
    case 'end':
      return { ...property, holds: (view) => checked(() => property.holds(view)) };
    case 'monitor':
      return {
        ...property,
        observes: (event) => checked(() => property.observes(event)),
        next: (state, event) => checked(() => property.next(state, event)),
        fails: (state) => checked(() => property.fails(state)),
      };
    case 'livelock':
      return property;
  }
}
