import { expect, it } from 'vitest';
import { periodsBack } from './norm-periods.ts';

it.each([
  ['week', '2024-07-04', ['2024-W27', '2024-W26']], ['week', '2025-01-01', ['2025-W01', '2024-W52']], ['week', '2021-01-02', ['2020-W53', '2020-W52']],
  ['quarter', '2024-07-04', ['2024-Q3', '2024-Q2']], ['half-year', '2024-07-04', ['2024-H2', '2024-H1']], ['year', '2024-07-04', ['2024', '2023']],
] as const)('the last periods of a %s up to %s are %o', (kind, today, names) => expect(periodsBack(today, kind, 2)).toEqual(names));
