import { everyCallReturns, noHang, scenario } from 'workloop/run';
import { MealForTwo } from '../meal';
import { Table } from '../table';

export default scenario({
  title: { en: 'Two who sit opposite each other', 'zh-Hans': '坐在对面的两个人' },
  *setup() {
    const table = new Table(4);
    const meal = new MealForTwo();
    return {
      threads: {
        A: [() => table.dine(0, meal)],
        C: [() => table.dine(2, meal)],
      },
    };
  },
  properties: [everyCallReturns(true), noHang()],
});
