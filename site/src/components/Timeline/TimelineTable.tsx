import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { withReturnCodes } from 'workloop/trace';
import type { TimelineModel } from './model';
import { othersText } from './state';
import { ownerTitle } from './owner';
import styles from './timeline.module.css';
import type { TimelineWords } from './words';

/** The same timeline as a table: one row a step, and for each step why the others could not move. */
export function TimelineTable({ model, words }: { model: TimelineModel; words: TimelineWords }): ReactNode {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <Translate id="timeline.table.step">Step</Translate>
          </th>
          <th scope="col">
            <Translate id="timeline.table.who">Who</Translate>
          </th>
          <th scope="col">
            <Translate id="timeline.table.what">What</Translate>
          </th>
          <th scope="col">
            <Translate id="timeline.table.where">Where</Translate>
          </th>
          <th scope="col">
            <Translate id="timeline.table.locks">Locks held</Translate>
          </th>
          <th scope="col">
            <Translate id="timeline.table.others">The others</Translate>
          </th>
        </tr>
      </thead>
      <tbody>
        {model.rows.map(({ step, column, said, place }) => (
          <tr key={step.step}>
            <td>{step.step}</td>
            <th scope="row">{ownerTitle(model.columns[column].owner)}</th>
            <td>
              <code>{withReturnCodes(said)}</code>
            </td>
            <td>{place && `${place.file}:${place.line}`}</td>
            <td>{step.held.map(({ lock, owner }) => `${lock}: ${owner}`).join('; ')}</td>
            <td>{othersText(step, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
