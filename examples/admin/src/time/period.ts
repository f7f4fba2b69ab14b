/** A period as the API writes it: `2021`, `2021-Q4`, `2021-11`. */
export type PeriodUnit = 'year' | 'quarter' | 'month';

export interface PeriodChoice { readonly unit: PeriodUnit; readonly year: number; readonly n: number }

export const unitOf = (period: string): PeriodUnit => (period.includes('Q') ? 'quarter' : period.length > 4 ? 'month' : 'year');

export function readPeriod(period: string): PeriodChoice {
  const [year = '', rest = ''] = period.split('-');
  return { unit: unitOf(period), year: Number(year), n: Number(rest.replace('Q', '')) || 1 };
}

export const writePeriod = ({ unit, year, n }: PeriodChoice): string =>
  unit === 'year' ? String(year) : unit === 'quarter' ? `${year}-Q${n}` : `${year}-${String(n).padStart(2, '0')}`;

/** The periods of a unit up to a day, the newest first. */
export function periodsUpTo(day: string, unit: PeriodUnit, count: number): PeriodChoice[] {
  let year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  let n = unit === 'year' ? 1 : unit === 'quarter' ? Math.ceil(month / 3) : month;
  const last = unit === 'year' ? 1 : unit === 'quarter' ? 4 : 12;
  const found: PeriodChoice[] = [];
  while (found.length < count) {
    found.push({ unit, year, n });
    n -= 1;
    if (n === 0) [year, n] = [year - 1, last];
  }
  return found;
}
