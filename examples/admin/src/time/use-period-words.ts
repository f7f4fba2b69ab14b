import { useTranslate } from 'react-admin';

/** A period's name as people say it: 2024 年第 26 周. A day, and what is none of these, stays as it is written. */
export function usePeriodWords(): (name: string) => string {
  const translate = useTranslate();
  return (name) => {
    const [, year, sort = '', n] = /^(\d{4})(?:-(W|Q|H)?(\d{1,2}))?$/.exec(name) ?? [];
    if (year === undefined) return name;
    const unit = n === undefined ? 'year' : ({ W: 'week', Q: 'quarter', H: n === '1' ? 'firstHalf' : 'secondHalf' } as Record<string, string>)[sort] ?? 'month';
    return translate(`bihuan.period.${unit}`, { year, n: Number(n) });
  };
}
