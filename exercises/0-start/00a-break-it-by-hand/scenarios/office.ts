import { inTheEnd, scenario } from 'workloop/run';
import { Station } from '../station';

export default scenario({
  title: { en: 'One copies, one faxes', 'zh-Hans': '一个复印，一个发传真' },
  *setup() {
    const station = new Station();
    return {
      threads: { A: [() => station.copy()], B: [() => station.fax()] },
      watch: { pages: station.pages },
    };
  },
  properties: [
    inTheEnd({ en: 'both pages are counted', 'zh-Hans': '两页都计入' }, (s) => s.value('pages') === 2),
  ],
});
