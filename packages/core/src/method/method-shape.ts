import type { ActionSchema, Doer } from './action-schema.ts';
import type { ClassificationSchema } from './classification-schema.ts';
import type { ClockSchema, Rung } from './clock-schema.ts';
import type { Input, Leaving, ClockEffect, Reply } from './effect-schema.ts';
import type { AskSchema, FieldSchema, RecordSchema } from './field-schema.ts';
import type { Method } from './method-schema.ts';
import type { BoardSchema } from './query-schema.ts';
import type { Text } from './names.ts';
import type { z } from 'zod';
import type { ConditionBy, FactBy } from './condition-shape.ts';
import type { LimitBy, StartTriggerBy, TriggerBy } from './clock-shape.ts';
import type { LinkShape, MoveShape, NormShape, SpawnShape, SubjectShape, TemplateShape } from './duty-shape.ts';
import type { LedgerShape, MetricShape } from './query-shape.ts';
import type { Names } from './own-names.ts';
import type { ColumnShape, Fixed, Keyed, Named, TemplateBy, With } from './shape-parts.ts';

/**
 * A method whose references can only be names that it has itself: what a literal is held to, and what an editor completes.
 * The zod schemas are the source; a type test holds that with free names the two are one.
 */
export type MethodShape<N extends Names> = With<Method, {
  readonly levels: Named<With<Method['levels'][string], { readonly in?: N['level'] | undefined; readonly beside?: N['level'] | undefined }>>;
  readonly roles: Named<With<Method['roles'][string], { readonly at: readonly N['level'][] }>>;
  readonly sources: Named<With<Method['sources'][string], { readonly takes?: Keyed<N['field'], { readonly optional?: true | undefined }> | undefined }>>;
  readonly kinds: Named<With<Method['kinds'][string], { readonly sources: readonly N['source'][]; readonly line: readonly N['step'][]; readonly edits?: N['action'] | undefined }>>;
  readonly fields: Named<FieldShape<N>>;
  readonly classifications?: Named<With<ClassificationSchema, { readonly rules?: Named<With<NonNullable<ClassificationSchema['rules']>[string], { readonly when?: ConditionBy<N> | undefined }>> | undefined }>> | undefined;
  readonly conditions?: Named<ConditionBy<N>> | undefined;
  readonly steps: Named<With<Method['steps'][string], { readonly when?: ConditionBy<N> | undefined }>>;
  readonly actions: Named<ActionShape<N>>;
  readonly records?: Named<With<z.infer<typeof RecordSchema>, { readonly fields?: Named<FieldShape<N>> | undefined }>> | undefined;
  readonly asks?: Named<AskShape<N>> | undefined;
  readonly clocks?: Named<ClockShape<N>> | undefined;
  readonly endings: Named<With<Method['endings'][string], {
    readonly labels?: With<NonNullable<Method['endings'][string]['labels']>, { readonly answer: N['classification'] }> | undefined;
    readonly requires?: Named<RequirementShape<N>> | undefined;
    readonly keeps?: { readonly clocks?: readonly N['clock'][] | undefined; readonly asks?: readonly N['ask'][] | undefined } | undefined;
  }>>;
  readonly list?: With<NonNullable<Method['list']>, { readonly columns: Named<ColumnShape<N>>; readonly filters?: Named<{ readonly label: Fixed<Text>; readonly by: FactBy<N> }> | undefined }> | undefined;
  readonly ledgers?: Named<LedgerShape<N>> | undefined;
  readonly metrics?: Named<MetricShape<N>> | undefined;
  readonly boards?: Named<With<z.infer<typeof BoardSchema>, { readonly metrics: readonly N['metric'][] }>> | undefined;
  readonly subjects?: Named<SubjectShape<N>> | undefined;
  readonly links?: Named<LinkShape<N>> | undefined;
  readonly norms?: Named<NormShape<N>> | undefined;
  readonly templates?: Named<TemplateShape<N>> | undefined;
  readonly moves?: Readonly<Record<string, MoveShape<N>>> | undefined;
  readonly personal?: With<NonNullable<Method['personal']>, { readonly by?: readonly N['role'][] | undefined }> | undefined;
}>;

type FieldShape<N extends Names> = FieldSchema extends infer F ? F extends { kind: 'posts' } ? With<F, { readonly role?: N['role'] | undefined }> : F extends { kind: 'units' } ? With<F, { readonly level?: N['level'] | undefined }> : F extends { kind: 'post' } ? With<F, { readonly role: N['role'] }> : F extends { kind: 'unit' } ? With<F, { readonly level?: N['level'] | undefined }> : Fixed<F> : never;
type RequirementShape<N extends Names> = { readonly say: Fixed<Text>; readonly when?: ConditionBy<N> | undefined; readonly if: ConditionBy<N>; readonly source?: Fixed<Text> | undefined; readonly note?: Fixed<Text> | undefined };

type WhomBy<N extends Names> = { readonly ask: N['ask'] } | { readonly role: N['role'] } | { readonly reporter: true };
type DoerBy<N extends Names> = N['role'] | With<Extract<Doer, { role: string }>, { readonly role: N['role'] }> | { readonly ask: N['ask'] } | { readonly reporter: true } | { readonly link: N['link'] };
type InputBy<N extends Names> = With<z.infer<typeof Input>, { readonly when?: ConditionBy<N> | undefined }>;
type EffectsBy<N extends Names> = {
  readonly asks?: Keyed<N['ask'], { readonly optional?: true | undefined }> | undefined;
  readonly tells?: Named<{ readonly to: readonly WhomBy<N>[]; readonly say: TemplateBy<N>; readonly when?: ConditionBy<N> | undefined }> | undefined;
  readonly raises?: true | undefined;
  readonly to?: N['step'] | 'next' | { readonly after: N['step'] } | undefined;
  readonly ends?: N['ending'] | undefined;
};
type ClockEffectBy<N extends Names> = Fixed<Exclude<ClockEffect, { extend: unknown }>> | With<Extract<ClockEffect, { extend: unknown }>, {
  readonly extend: string | { readonly field: N['field'] } | { readonly record: N['record']; readonly show: string } }>;

type ActionShape<N extends Names> = With<ActionSchema, EffectsBy<N> & {
  readonly opens?: N['kind'] | N['subject'] | undefined;
  readonly on?: N['subject'] | undefined;
  readonly kinds?: readonly N['kind'][] | undefined;
  readonly from?: readonly N['step'][] | undefined;
  readonly after?: readonly N['ending'][] | undefined;
  readonly by: readonly DoerBy<N>[];
  readonly when?: ConditionBy<N> | undefined;
  readonly requires?: Named<RequirementShape<N>> | undefined;
  readonly takes?: Keyed<N['field'], InputBy<N>> | undefined;
  readonly leaves?: Keyed<N['record'], With<z.infer<typeof Leaving>, { readonly when?: ConditionBy<N> | undefined }>> | undefined;
  readonly checks?: Named<RequirementShape<N>> | undefined;
  readonly answers?: Keyed<N['classification'], InputBy<N>> | undefined;
  readonly replies?: Keyed<N['ask'], { readonly as: Reply; readonly optional?: true | undefined }> | undefined;
  readonly clocks?: Keyed<N['clock'], ClockEffectBy<N>> | undefined;
  readonly links?: Keyed<N['link'], { readonly optional?: true | undefined }> | undefined;
  readonly spawns?: Keyed<N['action'], SpawnShape<N>> | undefined;
}>;

type AskShape<N extends Names> = With<AskSchemaOf, { readonly of:
  | { readonly post: N['role'] } | { readonly role: N['role'] } | { readonly unit: N['level'] } | { readonly actor: true } | { readonly ask: N['ask'] } | { readonly reporter: true }
  | { readonly first: readonly { readonly when?: ConditionBy<N> | undefined; readonly of: { readonly role: N['role'] } }[] } }>;
type AskSchemaOf = z.infer<typeof AskSchema>;

type RungShape<N extends Names> = With<Rung, EffectsBy<N> & { readonly when?: ConditionBy<N> | undefined }>;
type ClockShape<N extends Names> = With<ClockSchema, {
  readonly per?: { readonly ask: N['ask'] } | undefined;
  readonly kinds?: readonly (N['kind'] | N['subject'])[] | undefined;
  readonly starts: StartTriggerBy<N> | readonly StartTriggerBy<N>[];
  readonly stops: TriggerBy<N> | readonly TriggerBy<N>[];
  readonly limit: LimitBy<N>;
  readonly when?: ConditionBy<N> | undefined;
  readonly holds?: Named<{ readonly label: Fixed<Text>; readonly from: TriggerBy<N> | readonly TriggerBy<N>[]; readonly to: TriggerBy<N> | readonly TriggerBy<N>[] }> | undefined;
  readonly ladder?: Named<RungShape<N>> | undefined;
}>;
