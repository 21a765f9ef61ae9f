import { inTheEnd, never, scenario } from 'workloop/run';
import { kIOReturnBusy, kIOReturnNotReady, kIOReturnSuccess } from 'workloop';
import { Camera } from '../camera';

export default scenario({
  title: { en: 'One opens, one sends it to sleep', 'zh-Hans': '一个来打开，一个让它休眠' },
  *setup() {
    const camera = new Camera();
    return {
      threads: { A: [() => camera.open()], B: [() => camera.sleep()], C: [() => camera.open()] },
      watch: { users: camera.users, awake: camera.awake },
    };
  },
  properties: [
    never(
      { en: 'the camera sleeps while somebody uses it', 'zh-Hans': '有人在用，摄像头却休眠了' },
      (s) => !s.value<boolean>('awake') && s.value('users') > 0,
    ),
    inTheEnd(
      {
        en: 'both opened it and it is awake, or it sleeps and both were refused',
        'zh-Hans': '要么两个都打开了，它醒着；要么它休眠了，两个都被拒绝',
      },
      (s) => {
        const asleep = s.results('B')[0] === kIOReturnSuccess;
        const opened = [s.results('A')[0], s.results('C')[0]];
        const expected = asleep ? kIOReturnNotReady : kIOReturnSuccess;
        return (
          opened.every((result) => result === expected) &&
          s.value('users') === (asleep ? 0 : 2) &&
          s.value<boolean>('awake') === !asleep &&
          (asleep || s.results('B')[0] === kIOReturnBusy)
        );
      },
    ),
  ],
});
