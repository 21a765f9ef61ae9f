import { everyCallReturns, noDeadlock, scenario } from 'workloop/run';
import { Meal } from '../meal';
import { Table } from '../table';

export default scenario({
  title: { en: 'Three at a table', 'zh-Hans': '三个人一桌' },
  *setup() {
    const table = new Table(3);
    const meal = new Meal();
    return {
      threads: {
        A: [() => table.dine(0, meal)],
        B: [() => table.dine(1, meal)],
        C: [() => table.dine(2, meal), () => table.dine(2, meal)],
      },
    };
  },
  properties: [everyCallReturns(true), noDeadlock()],
});
