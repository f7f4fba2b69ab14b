import type { Words } from '../issues/issue.ts';
import { same } from './spoken.ts';

const units: Readonly<Record<string, string>> = {
  minute: '分钟', hour: '小时', day: '日', week: '周', month: '个月', year: '年',
  'working minute': '个工作分钟', 'working hour': '个工作小时', 'working day': '个工作日',
};

/** A duration as a checked method keeps it (`3 working days`), in both languages: 3个工作日. Any other spelling stands as it is written. */
export const durationWords = (duration: string): Words => {
  const [, amount, unit] = /^(\d+) ((?:working )?[a-z]+?)s?$/.exec(duration) ?? [];
  const zh = unit === undefined ? undefined : units[unit];
  return zh === undefined ? same(duration) : { zh: `${amount}${zh}`, en: duration };
};
