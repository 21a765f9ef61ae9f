import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import CodeBlock from '@theme/CodeBlock';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { Timeline } from '../near';
import lostUpdate from '@generated/work-loop-programs/default/lost-update.failure.json';
import styles from './index.module.css';

const code = `*bump(): Op {
  const before = yield* this.count.get();
  yield* this.count.set(before + 1);
}`;

const codeNames = { call: <code>bump()</code>, yield: <code>yield*</code> };

export default function Home(): ReactNode {
  return (
    <Layout
      description={translate({
        id: 'home.description',
        message:
          'A course on how XNU and IOKit drivers stay correct under concurrency, in which your driver runs under every schedule.',
      })}
    >
      <main className={styles.page}>
        <h1 className={styles.title}>
          <Translate id="home.title">Your driver works. Does it work under every schedule?</Translate>
        </h1>
        <p className={styles.lead}>
          <Translate id="home.lead">
            Learn how XNU and IOKit drivers stay correct when threads, interrupts and timers meet in them. You
            write small drivers in this page, and watch them run: one step at a time, or in every order that
            the kernel allows.
          </Translate>
        </p>
        <Link className={styles.start} to="/lessons/00-how-this-course-works/">
          <Translate id="home.start">Begin with the first lesson</Translate>
        </Link>

        <section className={styles.race}>
          <div>
            <h2>
              <Translate id="home.race.title">Two calls, one count lost</Translate>
            </h2>
            <p>
              <Translate id="home.race.text" values={codeNames}>
                {
                  'Threads A and B each call {call} once. Every {yield} is a place where another thread may move, and the only kind of place. Most orders give 2. In this one B moves between A’s read and A’s write:'
                }
              </Translate>
            </p>
            <CodeBlock language="ts">{code}</CodeBlock>
            <p className={styles.verdict}>
              <span className={styles.fails} aria-hidden="true">
                ✕{' '}
              </span>
              <Translate id="home.race.verdict">
                Fails: with one preemption, both calls return and the count is 1.
              </Translate>
            </p>
          </div>
          <Timeline trace={lostUpdate} bare />
        </section>

        <section className={styles.how}>
          <h2>
            <Translate id="home.how.title">How a lesson goes</Translate>
          </h2>
          <ol className={styles.steps}>
            <li>
              <h3>
                <Translate id="home.how.predict">Predict</Translate>
              </h3>
              <p>
                <Translate id="home.how.predict.text">
                  A short driver and a question: does this call fail, wait, or go through? Decide before you
                  press Run.
                </Translate>
              </p>
            </li>
            <li>
              <h3>
                <Translate id="home.how.watch">Watch</Translate>
              </h3>
              <p>
                <Translate id="home.how.watch.text">
                  Run one schedule, or choose each step yourself. The timeline shows who holds the gate, who
                  waits and who sleeps.
                </Translate>
              </p>
            </li>
            <li>
              <h3>
                <Translate id="home.how.check">Check all schedules</Translate>
              </h3>
              <p>
                <Translate id="home.how.check.text">
                  The page searches every order. It says that your driver holds in all of them, or shows you
                  the one where it breaks.
                </Translate>
              </p>
            </li>
          </ol>
        </section>
      </main>
    </Layout>
  );
}
