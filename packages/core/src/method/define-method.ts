import type { MethodShape } from './method-shape.ts';
import type {
  ActionOf, AskOf, ClassificationOf, ClockOf, ConditionOf, EndingOf, FieldOf, KindOf, LevelOf, LinkOf, LooseMethod, MetricOf, NamesOf, NormOf, RecordOf,
  RoleOf, SourceOf, StepOf, SubjectOf,
} from './method-types.ts';

/** The names that a method declares. */
interface OwnNames<M> {
  level: LevelOf<M>; role: RoleOf<M>; source: SourceOf<M>; kind: KindOf<M>; field: FieldOf<M>; classification: ClassificationOf<M>;
  condition: ConditionOf<M>; step: StepOf<M>; action: ActionOf<M>; record: RecordOf<M>; ask: AskOf<M>; clock: ClockOf<M>; ending: EndingOf<M>;
  metric: MetricOf<M>; parameter: NamesOf<M, 'parameters'>; subject: SubjectOf<M>; link: LinkOf<M>; norm: NormOf<M>;
}
type Own<M> = MethodShape<OwnNames<M>>;

type Strangers<T, Shape> = Exclude<keyof T, keyof Shape>;
type SectionStrangers<M, S extends keyof M & keyof Own<M>> = {
  [E in keyof M[S]]: Strangers<M[S][E], NonNullable<Own<M>[S]> extends Readonly<Record<string, infer Shape>> ? KeysOfAny<Shape> : never>;
}[keyof M[S]];
type KeysOfAny<Shape> = { [K in Shape extends unknown ? keyof Shape : never]: unknown };
type HasStrangers<M> = Strangers<M, Own<M>>
  | { [S in 'kinds' | 'steps' | 'actions' | 'endings']: S extends keyof M ? SectionStrangers<M, S> : never }['kinds' | 'steps' | 'actions' | 'endings'];

/** What a method must be: of a JSON import the names are exact and the rest is checked on load; of a literal every word is checked. */
export type Conform<M extends LooseMethod> =
  string extends M['id'] ? M
  : M extends Own<M> ? ([HasStrangers<M>] extends [never] ? M : Own<M>)
  : Own<M>;

/**
 * Names a method, so that its actions, inputs and steps are completed and checked where it is used. It changes nothing: references in a JSON
 * import, and whatever a type cannot say, are checked when the method is loaded.
 *
 * @example const method = defineMethod(json); // import json from './1330.json' with { type: 'json' }
 */
export function defineMethod<const M extends LooseMethod>(method: Conform<M>): M {
  return method as unknown as M;
}
