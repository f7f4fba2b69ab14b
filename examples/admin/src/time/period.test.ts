import { describe, expect, it } from 'vitest';
import { periodsUpTo, readPeriod, writePeriod } from './period.ts';

describe('periods', () => {
  it.each(['2021', '2021-Q4', '2021-11'])('%s is read and written back', (text) => expect(writePeriod(readPeriod(text))).toBe(text));
  it('go back over the turn of the year', () => {
    expect(periodsUpTo('2021-02-15', 'month', 3).map(writePeriod)).toEqual(['2021-02', '2021-01', '2020-12']);
    expect(periodsUpTo('2021-02-15', 'quarter', 2).map(writePeriod)).toEqual(['2021-Q1', '2020-Q4']);
    expect(periodsUpTo('2021-02-15', 'year', 2).map(writePeriod)).toEqual(['2021', '2020']);
  });
});
