import { kIOReturnBusy, kIOReturnNotPermitted, kIOReturnNotReady, kIOReturnSuccess } from 'workloop';
import { inTheEnd, scenario } from 'workloop/run';
import { Camera } from '../camera';

const expected = [
  kIOReturnNotPermitted,
  kIOReturnNotPermitted,
  kIOReturnSuccess,
  kIOReturnBusy,
  kIOReturnBusy,
  kIOReturnSuccess,
  kIOReturnSuccess,
  kIOReturnNotReady,
  kIOReturnNotReady,
];

export default scenario({
  title: { en: 'Every refusal, twice', 'zh-Hans': '每种拒绝各两次' },
  *setup() {
    const camera = new Camera();
    const close = () => camera.close();
    const open = () => camera.open();
    const sleep = () => camera.sleep();
    return { threads: { A: [close, close, open, sleep, sleep, close, sleep, open, open] } };
  },
  properties: [
    inTheEnd({ en: 'each call has its answer', 'zh-Hans': '每次调用都得到应有的回答' }, (s) =>
      expected.every((result, call) => s.results('A')[call] === result),
    ),
  ],
});
