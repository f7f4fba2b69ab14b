import type { Metric } from '../providers/wire.ts';

/** A share as people write it: at most one decimal. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** Which way a metric went since the period before, and whether that is the wanted way; nothing where one side has no data. */
export function change({ count, of, previous }: Pick<Metric, 'count' | 'of' | 'previous'>, wanted: Metric['wanted']): { readonly way?: 'up' | 'down' | 'same'; readonly good?: boolean } {
  const [now, before] = [figure({ count, of }), previous && figure(previous)];
  if (now === undefined || before === undefined) return {};
  if (now === before) return { way: 'same' };
  const way = now > before ? 'up' : 'down';
  return wanted ? { way, good: (way === 'up') === (wanted === 'rising') } : { way };
}

const figure = ({ count, of }: { readonly count: number; readonly of?: number | undefined }): number | undefined => (of === undefined ? count : of === 0 ? undefined : count / of);
