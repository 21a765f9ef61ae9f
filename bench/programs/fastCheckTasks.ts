import fc from 'fast-check';

/** fast-check's scheduler over three tasks of two steps each, each schedule once. */
export async function scheduleWithFastCheck(schedules: number): Promise<number> {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (s) => {
      let counter = 0;
      const step = async (): Promise<void> => {
        const read = counter;
        await s.schedule(Promise.resolve());
        counter = read + 1;
        await s.schedule(Promise.resolve());
      };
      const tasks = Promise.all([step(), step(), step()]);
      await s.waitAll();
      await tasks;
      return counter > 0;
    }),
    { numRuns: schedules },
  );
  return schedules;
}
