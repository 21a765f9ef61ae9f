import { noDeadlock, scenario } from 'workloop/run';
import { Battery, Manager } from './battery';

export default scenario({
  title: { en: 'The battery changes while somebody asks', 'zh-Hans': '有人来问时，电量正好变了' },
  *setup() {
    const manager = new Manager();
    const battery = new Battery(manager);
    return {
      threads: { A: [() => battery.changed(79)], B: [() => manager.report(battery)] },
    };
  },
  properties: [noDeadlock()],
});
