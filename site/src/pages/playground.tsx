import Translate, { translate } from '@docusaurus/Translate';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import type { PlaygroundProps } from '../components/Playground/Playground';
import { Playground } from '../near';
import styles from './index.module.css';

const program: PlaygroundProps['program'] = {
  id: 'blank',
  starterHash: '1',
  files: {
    'counter.ts': `import { cell, type Op } from 'workloop';

export class Counter {
  count = cell(0);

  *increment(): Op<void> {
    const n = yield* this.count.get();
    yield* this.count.set(n + 1);
  }
}
`,
    'scenario.ts': `import { scenario } from 'workloop/run';
import { Counter } from './counter';

export default scenario({
  title: { en: 'Two calls', 'zh-Hans': '两次调用' },
  *setup() {
    const counter = new Counter();
    return {
      threads: { A: [() => counter.increment()], B: [() => counter.increment()] },
      watch: { count: counter.count },
    };
  },
  properties: [],
});
`,
  },
  scenario: 'scenario.ts',
  trusted: ['scenario.ts'],
  edit: ['counter.ts', 'scenario.ts'],
};

export default function PlaygroundPage(): ReactNode {
  const title = translate({ id: 'playgroundPage.title', message: 'Blank playground' });
  return (
    <Layout
      title={title}
      description={translate({
        id: 'playgroundPage.text',
        message: 'Your own driver in your own scenario. Both files can be changed.',
      })}
    >
      <main className={styles.widePage}>
        <h1>{title}</h1>
        <p>
          <Translate id="playgroundPage.text">
            Your own driver in your own scenario. Both files can be changed.
          </Translate>
        </p>
        <Playground program={program} />
      </main>
    </Layout>
  );
}
