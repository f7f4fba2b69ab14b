import type { Fact, Literal, Tests } from './condition-schema.ts';
import type { Names } from './own-names.ts';

type Show<F> = Extract<Fact, F> extends infer T ? T extends { show?: infer S } ? S : never : never;

/** A fact that points only at names there are. */
export type FactBy<N extends Names> =
  | { readonly field: N['field'] }
  | { readonly answer: N['classification']; readonly output?: string }
  | { readonly record: N['record']; readonly show?: string; readonly pick?: 'last' | 'first' }
  | { readonly case: Extract<Fact, { case: unknown }>['case'] }
  | { readonly clock: N['clock']; readonly show?: Show<{ clock: string }> }
  | { readonly ask: N['ask']; readonly show?: Show<{ ask: string }> }
  | { readonly action: N['action']; readonly show?: Show<{ action: string }> }
  | { readonly link: N['link']; readonly side?: 'from' | 'to'; readonly show?: Show<{ link: string }>; readonly reads?: FactBy<N> };

type OperandBy<N extends Names> = Literal | { readonly fact: FactBy<N>; readonly plus?: string | undefined; readonly minus?: string | undefined };

type TestsBy<N extends Names> = {
  readonly [K in keyof Tests]?: K extends 'in' ? readonly Literal[] : K extends 'known' ? boolean : K extends 'has' ? Literal : OperandBy<N>;
};

type CountingBy<N extends Names> = {
  readonly count?: { readonly min?: number; readonly max?: number };
  /** Inside, `field` is a field of the record or ask: checked on load. */
  readonly every?: ConditionBy<Within<N>>;
  readonly where?: ConditionBy<Within<N>>;
  readonly since?: { readonly action: N['action'] };
  readonly within?: string;
  readonly last?: number;
};
/** Where `field` may be one of a record, ask, clock or norm period: checked on load. */
export type Within<N extends Names> = string extends N['field'] ? N : Omit<N, 'field'> & { field: string };

/** A condition that points only at names there are. */
export type ConditionBy<N extends Names> =
  | { readonly all: readonly ConditionBy<N>[] } | { readonly any: readonly ConditionBy<N>[] } | { readonly not: ConditionBy<N> } | { readonly use: N['condition'] }
  | (FactBy<N> & TestsBy<N>)
  | ({ readonly records: N['record'] } & CountingBy<N>)
  | ({ readonly asks: N['ask'] } & CountingBy<N>)
  | ({ readonly clocks: N['clock'] } & CountingBy<N>)
  | ({ readonly links: N['link']; readonly side?: 'from' | 'to' } & CountingBy<N>)
  | { readonly share: FactBy<N>; readonly of: FactBy<N>; readonly min?: string; readonly above?: string; readonly max?: string; readonly below?: string }
  | { readonly sample: { readonly oneIn: number; readonly named: string } }
  | { readonly actor: { readonly role?: N['role']; readonly notWhoDid?: N['action']; readonly isAsked?: N['ask'] } }
  | { readonly time: { readonly from?: string; readonly to?: string; readonly yearFrom?: string; readonly yearTo?: string;
      readonly day?: { readonly min?: string; readonly max?: string } } };
