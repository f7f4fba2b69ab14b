import type { Names } from './own-names.ts';
import type { Trigger } from './time-schema.ts';

/** A trigger that names only what there is. */
export type TriggerBy<N extends Names> =
  | { readonly action: N['action'] } | { readonly record: N['record'] }
  | { readonly ask: N['ask']; readonly as?: Extract<Trigger, { ask: string }>['as'] }
  | { readonly step: N['step']; readonly leaves?: true | undefined }
  | { readonly ending: N['ending'] } | { readonly field: N['field'] } | { readonly answer: N['classification'] }
  | { readonly clock: N['clock']; readonly at: 'stop' | 'broken' };

/** What starts a clock, naming only what there is. */
export type StartTriggerBy<N extends Names> = TriggerBy<N> | { readonly field: N['field']; readonly day?: true | undefined };

type SimpleLimit<N extends Names> = string | { readonly field: N['field'] } | { readonly parameter: N['parameter'] } | { readonly endOf: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' };

/** A limit that names only what there is. */
export type LimitBy<N extends Names> = SimpleLimit<N>
  | { readonly answer: N['classification']; readonly is: Readonly<Record<string, SimpleLimit<N>>>; readonly otherwise?: SimpleLimit<N> | undefined }
  | { readonly before: string; readonly of: N['clock'] } | { readonly after: string; readonly of: N['clock'] };
