import type { ConditionBy, FactBy, Within } from './condition-shape.ts';
import type { Method } from './method-schema.ts';
import type { ColumnShape, Fixed, Named, With } from './shape-parts.ts';
import type { Names } from './own-names.ts';
import type { Score } from './query-schema.ts';

type KindOrSubject<N extends Names> = N['kind'] | N['subject'];
type OverBy<N extends Names> = { readonly cases: KindOrSubject<N> | readonly KindOrSubject<N>[] } | { readonly each: N['subject'] }
  | { readonly records: N['record'] } | { readonly asks: N['ask'] } | { readonly clocks: N['clock'] } | { readonly norm: N['norm'] };

/** A ledger whose references are names there are; a field may be that of what it is over. */
export type LedgerShape<N extends Names> = With<NonNullable<Method['ledgers']>[string], {
  readonly over?: OverBy<N> | undefined;
  readonly where?: ConditionBy<Within<N>> | undefined; readonly dated?: FactBy<Within<N>> | undefined; readonly columns: Named<ColumnShape<Within<N>>>;
  readonly sort?: readonly { readonly by: FactBy<Within<N>>; readonly order?: 'asc' | 'desc' | undefined }[] | undefined;
  readonly issued?: { readonly by: readonly N['role'][] } | undefined;
}>;

type MeasureBy<N extends Names> = With<NonNullable<NonNullable<Method['metrics']>[string]['measure']>, {
  readonly of: FactBy<N> | { readonly from: FactBy<N>; readonly to: FactBy<N>; readonly in: 'minutes' | 'hours' | 'days' | 'working-hours' | 'working-days' };
}>;

/** A score over metrics there are. */
type ScoreBy<N extends Names> = string extends N['metric'] ? Fixed<Score> : number | { readonly metric: N['metric'] }
  | { readonly sum: readonly ScoreBy<N>[] } | { readonly product: readonly ScoreBy<N>[] } | { readonly least: readonly ScoreBy<N>[] } | { readonly greatest: readonly ScoreBy<N>[] }
  | { readonly difference: readonly [ScoreBy<N>, ScoreBy<N>] } | { readonly quotient: readonly [ScoreBy<N>, ScoreBy<N>] } | { readonly whole: ScoreBy<N> }
  | { readonly steps: ScoreBy<N>; readonly table: readonly { readonly min?: number | undefined; readonly is: number }[] };

/** A metric whose references are names there are; a field may be that of what it is over. */
export type MetricShape<N extends Names> = With<NonNullable<Method['metrics']>[string], {
  readonly over?: OverBy<N> | undefined;
  readonly of?: ConditionBy<Within<N>> | undefined; readonly share?: ConditionBy<Within<N>> | undefined; readonly exempt?: ConditionBy<Within<N>> | undefined;
  readonly measure?: MeasureBy<Within<N>> | undefined; readonly score?: ScoreBy<N> | undefined;
  readonly dated?: FactBy<Within<N>> | undefined; readonly by?: FactBy<Within<N>> | undefined;
}>;
