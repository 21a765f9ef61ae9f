import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Choice } from '../Choice/Choice';
import type { Density } from './describe';
import styles from './timeline.module.css';

export type View = 'drawing' | 'text' | 'table';

interface Props {
  readonly view: View;
  readonly density: Density;
  readonly onView: (view: View) => void;
  readonly onDensity: (density: Density) => void;
  /** What else can be done with the run. */
  readonly children?: ReactNode;
}

/** In what form a run is shown, and how much of it. */
export function TimelineBar({ view, density, onView, onDensity, children }: Props): ReactNode {
  return (
    <div className={styles.bar}>
      <Choice
        label={translate({ id: 'timeline.view', message: 'Show as' })}
        value={view}
        onChange={onView}
        options={[
          { value: 'drawing', label: translate({ id: 'timeline.view.drawing', message: 'Drawing' }) },
          { value: 'text', label: translate({ id: 'timeline.view.text', message: 'Text' }) },
          { value: 'table', label: translate({ id: 'timeline.view.table', message: 'Table' }) },
        ]}
      />
      <Choice
        label={translate({ id: 'timeline.density', message: 'Detail' })}
        value={density}
        onChange={onDensity}
        options={[
          { value: 'story', label: translate({ id: 'timeline.density.story', message: 'Story' }) },
          { value: 'steps', label: translate({ id: 'timeline.density.steps', message: 'Steps' }) },
          {
            value: 'everything',
            label: translate({ id: 'timeline.density.everything', message: 'Everything' }),
          },
        ]}
      />
      {children}
    </div>
  );
}
