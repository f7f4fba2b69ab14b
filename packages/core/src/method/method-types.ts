/** What every method has in common, literal or imported from JSON: sections of named things. */
export interface LooseMethod {
  readonly id: string;
  readonly version: string;
  readonly kinds: Readonly<Record<string, object>>;
  readonly steps: Readonly<Record<string, object>>;
  readonly fields: Readonly<Record<string, object>>;
  readonly actions: Readonly<Record<string, object>>;
  readonly endings: Readonly<Record<string, object>>;
}

type Section = 'levels' | 'roles' | 'sources' | 'kinds' | 'fields' | 'classifications' | 'conditions' | 'steps' | 'actions' | 'records'
  | 'asks' | 'clocks' | 'endings' | 'ledgers' | 'metrics' | 'boards' | 'parameters' | 'tests'
  | 'subjects' | 'links' | 'norms' | 'templates';

/** The names in one section of a method; `never` when it has none. */
export type NamesOf<M, S extends Section> = M extends { readonly [K in S]?: infer T } ? keyof NonNullable<T> & string : never;

export type KindOf<M> = NamesOf<M, 'kinds'>;
export type SourceOf<M> = NamesOf<M, 'sources'>;
export type RoleOf<M> = NamesOf<M, 'roles'>;
export type LevelOf<M> = NamesOf<M, 'levels'>;
export type FieldOf<M> = NamesOf<M, 'fields'>;
export type ClassificationOf<M> = NamesOf<M, 'classifications'>;
export type ConditionOf<M> = NamesOf<M, 'conditions'>;
export type StepOf<M> = NamesOf<M, 'steps'>;
export type ActionOf<M> = NamesOf<M, 'actions'>;
export type RecordOf<M> = NamesOf<M, 'records'>;
export type AskOf<M> = NamesOf<M, 'asks'>;
export type ClockOf<M> = NamesOf<M, 'clocks'>;
export type EndingOf<M> = NamesOf<M, 'endings'>;
export type LedgerOf<M> = NamesOf<M, 'ledgers'>;
export type MetricOf<M> = NamesOf<M, 'metrics'>;
export type BoardOf<M> = NamesOf<M, 'boards'>;
export type SubjectOf<M> = NamesOf<M, 'subjects'>;
export type LinkOf<M> = NamesOf<M, 'links'>;
export type NormOf<M> = NamesOf<M, 'norms'>;
export type TemplateOf<M> = NamesOf<M, 'templates'>;
/** The answers of one classification. */
export type AnswerOf<M, C extends ClassificationOf<M>> = At<At<M, 'classifications'>, C> extends { readonly answers: infer A } ? keyof A & string : never;

/** A file that goes with a case: the host keeps it. */
export interface FileInput { readonly name: string; readonly size: number; readonly type: string; readonly hash: string; readonly ref?: string }

/** What an action asks for: fields, the fields of its records and their templates, answers, whom to ask, what to link. Empty when it asks for nothing. */
export type InputOf<M, A extends ActionOf<M>> = Flat<TakenBy<M, At<At<M, 'actions'>, A>>>;

/** What opening a case of this kind, or an entry of this register, asks for; what its sources ask for besides is optional, since only the source of the case counts. */
export type OpenInputOf<M, K extends KindOf<M> | SubjectOf<M>> = Flat<
  (OpeningOf<M, K> extends infer A ? (A extends ActionOf<M> ? TakenBy<M, At<At<M, 'actions'>, A>> : never) : never)
  & { readonly [F in SourceFields<M>]?: ValueOf<At<At<M, 'fields'>, F>> }>;

/** The actions that open cases of a kind or entries of a register; imported from JSON, all opening actions, since what they open is only known when it is loaded. */
export type OpeningOf<M, K> = { [A in ActionOf<M>]: At<At<M, 'actions'>, A> extends { readonly opens: infer O } ? (K extends O ? A : string extends O ? A : never) : never }[ActionOf<M>];

/** The arguments of a call with an input: left out when nothing in it must be given. */
export type InputArgs<I> = Record<never, never> extends I ? [input?: I] : [input: I];

/** The value of a field, by its kind; a JSON import does not tell the kind, but options are exact. */
export type ValueOf<F> =
  F extends { readonly kind: infer K } ?
    string extends K ? (F extends { readonly options: infer O } ? (keyof O & string) | readonly (keyof O & string)[] : LooseValue)
    : K extends 'text' | 'long-text' | 'date' | 'post' | 'unit' | 'point' ? string
    : K extends 'moment' ? string | number
    : K extends 'number' ? number
    : K extends 'yes-no' ? boolean
    : K extends 'posts' | 'units' | 'names' ? readonly string[]
    : K extends 'files' ? readonly FileInput[]
    : F extends { readonly options: infer O } ? (K extends 'choices' ? readonly (keyof O & string)[] : keyof O & string)
    : LooseValue
  : LooseValue;

type LooseValue = string | number | boolean | readonly string[] | readonly FileInput[];

// --- how an input is put together ---

type At<T, K> = K extends keyof T ? T[K] : never;
/** Shown as one object in the editor; unknown parts vanish. */
type Flat<T> = { [K in keyof T]: T[K] } & unknown;
/** `optional` can only be true, so its presence tells; `when` makes it sometimes absent. */
type MayBeAbsent = { readonly optional: unknown } | { readonly when: unknown };
type OptionalKeys<T> = { [K in keyof T]: T[K] extends MayBeAbsent ? K : never }[keyof T];
type SourceFields<M> = { [S in SourceOf<M>]: At<At<M, 'sources'>, S> extends { readonly takes: infer T } ? keyof T : never }[SourceOf<M>] & string;

type TakenBy<M, Act> =
  & FieldInputs<M, Act extends { readonly takes: infer T } ? T : Record<never, never>>
  & RecordInputs<M, Act extends { readonly leaves: infer L } ? L : Record<never, never>>
  & AnswerInputs<M, Act extends { readonly answers: infer A } ? A : Record<never, never>>
  & AskInputs<M, Act extends { readonly asks: infer A } ? A : Record<never, never>>
  & LinkInputs<M, Act extends { readonly links: infer L } ? L : Record<never, never>>
  & (Act extends { readonly withdraws: unknown } ? { readonly record: string } : Record<never, never>);

type FieldInputs<M, T> =
  & { readonly [F in Exclude<keyof T, OptionalKeys<T>>]: ValueOf<At<At<M, 'fields'>, F>> }
  & { readonly [F in OptionalKeys<T>]?: ValueOf<At<At<M, 'fields'>, F>> };

type RecordInputs<M, L> = Union<{ [R in keyof L]: (part: OneRecord<M, R, At<At<M, 'records'>, R>, L[R]>) => void }[keyof L]>;
type OneRecord<M, Name, R, Leaving> = R extends { readonly fields: infer F } ? RecordFields<M, Name, Omit<F, SetBy<Leaving>>, Leaving> & Drafts<M, Name, Omit<F, SetBy<Leaving>>> : Record<never, never>;
type SetBy<Leaving> = Leaving extends { readonly set: infer S } ? keyof S : never;
type RecordFields<M, R, F, Leaving> = Leaving extends MayBeAbsent ? { readonly [K in keyof F]?: ValueOf<F[K]> }
  : { readonly [K in Exclude<keyof F, OptionalKeys<F> | Drafted<M, R, F>>]: ValueOf<F[K]> } & { readonly [K in OptionalKeys<F> | Drafted<M, R, F>]?: ValueOf<F[K]> };

/** The templates that draft a field of a record; of a JSON import, which does not tell, any. */
type TemplatesFor<M, R, F> = { [T in TemplateOf<M>]: At<At<M, 'templates'>, T> extends { readonly for: { readonly record: infer RecordName; readonly field: infer Field } }
  ? (R extends RecordName ? (F extends Field ? T : never) : never) : never }[TemplateOf<M>];
/** Fields that may be left blank, since a template fills them; and the choice of the template. */
type Drafted<M, R, F> = { [K in keyof F]: [TemplatesFor<M, R, K>] extends [never] ? never : K }[keyof F];
type Drafts<M, R, F> = { readonly [K in Drafted<M, R, F> & string as `${K}-template`]?: TemplatesFor<M, R, K> };

/** A table answers by itself; what it proposes may be left as it is. A JSON import does not tell the two apart: what has rules may be left out there. */
type Asked<C> = C extends { readonly by: infer B } ? (string extends B ? (C extends { readonly rules: unknown } ? 'maybe' : 'yes') : B extends 'table' ? 'no' : B extends 'proposed' ? 'maybe' : 'yes') : 'no';
type AnswerInputs<M, A> =
  & { readonly [C in keyof A as A[C] extends MayBeAbsent ? never : Asked<At<At<M, 'classifications'>, C>> extends 'yes' ? C : never]: Answers<M, C> }
  & { readonly [C in keyof A as Asked<At<At<M, 'classifications'>, C>> extends 'maybe' ? C : A[C] extends MayBeAbsent ? (Asked<At<At<M, 'classifications'>, C>> extends 'yes' ? C : never) : never]?: Answers<M, C> };
type Answers<M, C> = C extends ClassificationOf<M> ? AnswerOf<M, C> : never;

/** Only a post or a unit is chosen by who asks; the others follow from the case. */
type Chosen = { readonly of: { readonly post: unknown } } | { readonly of: { readonly unit: unknown } };
type AskInputs<M, A> =
  & { readonly [K in keyof A as At<At<M, 'asks'>, K> extends Chosen ? (A[K] extends MayBeAbsent ? never : K) : never]: OneOrMany<At<At<M, 'asks'>, K>> }
  & { readonly [K in keyof A as At<At<M, 'asks'>, K> extends Chosen ? (A[K] extends MayBeAbsent ? K : never) : never]?: OneOrMany<At<At<M, 'asks'>, K>> };
/** `many` can only be true, so its presence tells: several may be asked in one go, or just one. */
type OneOrMany<Ask> = Ask extends { readonly many: unknown } ? string | readonly string[] : string;

/** Cases by their ids: one where the link has but one, else a list. */
type LinkInputs<M, L> =
  & { readonly [K in Exclude<keyof L, OptionalKeys<L>>]: LinkedIds<At<At<M, 'links'>, K>> }
  & { readonly [K in OptionalKeys<L>]?: LinkedIds<At<At<M, 'links'>, K>> };
type LinkedIds<Link> = Link extends { readonly one: unknown } ? string : readonly string[];

/** The intersection of what functions take: all records of an action at once. */
type Union<T> = [T] extends [never] ? Record<never, never> : (T extends unknown ? T : never) extends (part: infer P) => void ? P : never;
