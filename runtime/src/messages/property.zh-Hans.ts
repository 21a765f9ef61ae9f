import type { propertyEn } from './property.en.ts';

export const propertyZh: Readonly<Record<keyof typeof propertyEn, string>> = {
  'property.every-call-returns': '每次调用都返回 {value}',
  'property.call-returns': '{client} 的第 {call} 次调用返回 {value}',
  'property.no-livelock': '几个线程一直绕圈',
};
