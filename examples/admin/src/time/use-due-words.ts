import { useTranslate } from 'react-admin';
import { lengthBetween } from './instant-text.ts';

/** 还剩 3 天 / 已超 2 小时 */
export function useDueWords(): (due: string, now: string) => string {
  const translate = useTranslate();
  return (due, now) => {
    const { unit, n } = lengthBetween(now, due);
    const length = translate(`bihuan.time.${unit}`, { n });
    return translate(Date.parse(due) >= Date.parse(now) ? 'bihuan.time.left' : 'bihuan.time.over', { length });
  };
}
