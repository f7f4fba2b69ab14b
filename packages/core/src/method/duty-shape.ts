import type { ConditionBy, FactBy, Within } from './condition-shape.ts';
import type { Literal } from './condition-schema.ts';
import type { LinkSchema, Spawn } from './link-schema.ts';
import type { Keyed, TemplateBy, With } from './shape-parts.ts';
import type { NormSchema } from './norm-schema.ts';
import type { Names } from './own-names.ts';
import type { SubjectSchema } from './subject-schema.ts';
import type { Move, ReplyTemplate } from './template-schema.ts';

type KindOrSubject<N extends Names> = N['kind'] | N['subject'];
type OneOrMore<T> = T | readonly T[];

/** A subject of a level, a role or a register that there is. */
export type SubjectShape<N extends Names> = With<SubjectSchema, {
  readonly of: { readonly level: N['level'] } | { readonly role: N['role'] } | { readonly register: readonly N['level'][] };
  readonly holds?: readonly N['field'][] | undefined;
  readonly title?: N['field'] | undefined;
}>;

/** Which inputs it is that are given is known once the other action is: checked on load. */
type GivingBy<N extends Names> = Readonly<Record<string, Literal | FactBy<N>>>;

/** A further case that is opened, linked by a link there is. */
export type SpawnShape<N extends Names> = With<Spawn, {
  readonly link?: N['link'] | undefined; readonly when?: ConditionBy<N> | undefined; readonly source?: N['source'] | undefined; readonly home?: FactBy<N> | undefined; readonly gives?: GivingBy<N> | undefined;
}>;

/** A link between kinds and subjects that there are. */
export type LinkShape<N extends Names> = With<LinkSchema, {
  readonly from: OneOrMore<KindOrSubject<N>>; readonly to: OneOrMore<KindOrSubject<N>>;
  readonly same?: With<NonNullable<LinkSchema['same']>, { readonly fields?: readonly N['field'][] | undefined; readonly endings?: readonly N['ending'][] | undefined }> | undefined;
  readonly follows?: Keyed<N['action'], {
    readonly of: 'from' | 'to';
    readonly after: { readonly ending: OneOrMore<N['ending']> } | { readonly action: OneOrMore<N['action']> };
    readonly gives?: GivingBy<N> | undefined;
  }> | undefined;
}>;

/** A norm per whom there is, counting what there is. */
export type NormShape<N extends Names> = With<NormSchema, {
  readonly per: { readonly each: KindOrSubject<N>; readonly while?: ConditionBy<N> | undefined } | { readonly field: N['field'] };
  readonly counts: { readonly action: N['action']; readonly where?: ConditionBy<N> | undefined } | { readonly record: N['record']; readonly where?: ConditionBy<Within<N>> | undefined }
    | { readonly entries: KindOrSubject<N>; readonly where?: ConditionBy<N> | undefined };
}>;

/** A template for a record there is. */
export type TemplateShape<N extends Names> = With<ReplyTemplate, {
  readonly for: { readonly record: N['record']; readonly field: string }; readonly when?: ConditionBy<N> | undefined; readonly say: TemplateBy<N>;
}>;

/** A move to names there are. */
export type MoveShape<N extends Names> = With<Move, {
  readonly by: readonly N['role'][];
  readonly steps?: Readonly<Record<string, N['step']>> | undefined;
  readonly asks?: Readonly<Record<string, N['ask'] | { readonly withdraw: true }>> | undefined;
  readonly clocks?: Readonly<Record<string, N['clock'] | { readonly void: true } | { readonly anew: true }>> | undefined;
}>;
