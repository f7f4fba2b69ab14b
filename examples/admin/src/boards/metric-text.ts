import type { Metric } from '../providers/wire.ts';

/** A share as people write it: at most one decimal. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** What a metric, a group of it or the period before came to. */
export interface Figure { readonly count: number; readonly of?: number | undefined; readonly share?: number | undefined; readonly value?: number | undefined }

/** A rate as per cent, anything else as a number with its unit; a dash where there is no data. */
export function figureText({ count, of, share, value }: Figure, unit: string): string {
  if (of !== undefined) return of === 0 ? '—' : percent(share ?? count / of);
  return value === undefined ? '—' : [Math.round(value * 100) / 100, unit].filter((part) => part !== '').join(' ');
}

/** Which way a metric went since the period before, and whether that is the wanted way; nothing where one side has no data. */
export function change({ change: went, wanted }: Pick<Metric, 'change' | 'wanted'>): { readonly way?: 'up' | 'down' | 'same'; readonly good?: boolean } {
  if (went === undefined) return {};
  if (went === 'level') return { way: 'same' };
  const way = went === 'rising' ? 'up' : 'down';
  return wanted ? { way, good: went === wanted } : { way };
}
