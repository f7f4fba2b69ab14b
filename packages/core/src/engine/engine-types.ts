import type { Explanation, FormInput, TimelineLine } from '../case/explanation.ts';
import type { Actor, CaseEvent, CaseState, Reporter } from '../case/messages.ts';
import type { Result, Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import type { ActionOf, BoardOf, InputOf, KindOf, LedgerOf, LooseMethod, MetricOf, OpenInputOf, SourceOf } from '../method/method-types.ts';
import type { Directory } from './directory-port.ts';
import type { CaseQuery, CaseRow, CaseStore, Filter } from './store-port.ts';

/** A moment given from outside: ISO 8601 with an offset, or epoch milliseconds. */
export type MomentInput = string | number;

/** Who acts and when: an actor, or a person's id that the directory knows. Time always comes from the caller. */
export interface CommandContext {
  readonly by: Actor | string;
  readonly at: MomentInput;
  /** When it happened, if that was earlier; how far back is limited by the method. */
  readonly happened?: MomentInput;
  /** The same key with the same contents acts once; with other contents it is refused. */
  readonly key?: string;
  /** The version that the writer has seen; another one is refused as stale. */
  readonly expected?: number;
}

/** Of an engine whose methods are only known when it runs, names are strings and inputs are open records. */
type Wide<M extends LooseMethod> = string extends ActionOf<M> ? true : false;
type NameOf<M extends LooseMethod, N extends string> = Wide<M> extends true ? string : N;
type Inputs = Readonly<Record<string, unknown>>;

/** The engine of these methods: typed by their names where they are known. */
export type EngineOf<M extends LooseMethod> = Wide<M> extends true ? Engine : Engine<M>;

/** What an action takes, typed from the method where its names are known. */
export type ActionInput<M extends LooseMethod, A extends ActionOf<M>> = Wide<M> extends true ? Inputs : InputOf<M, A>;

export interface OpenInput<M extends LooseMethod = LooseMethod> {
  /** Which method, where an engine has several and the source does not tell. */
  readonly method?: string;
  readonly source: NameOf<M, SourceOf<M>>;
  readonly kind?: NameOf<M, KindOf<M>>;
  readonly action?: NameOf<M, ActionOf<M>>;
  readonly home?: string;
  readonly reporter?: Reporter;
  readonly fields: Wide<M> extends true ? Inputs : OpenInputOf<M, KindOf<M>>;
  /** The case's id, where the host gives it; otherwise the engine numbers it. */
  readonly id?: string;
}

/** What the tabs count: 待办, 即将超期, 已超期, 已办, 全部 … */
export type View = 'todo' | 'due-soon' | 'overdue' | 'mine-done' | 'open' | 'ended' | 'all';

/** A list as a screen asks for it: one of the tabs, and what else narrows it. */
export interface ListInput extends Omit<CaseQuery, 'awaits' | 'actedBy'> { readonly view?: View }

export interface LedgerTable {
  readonly name: string;
  readonly label: Words;
  readonly period?: string;
  readonly columns: readonly { readonly name: string; readonly label: Words }[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly Words[]; readonly values: readonly unknown[] }[];
}

export interface MetricValue {
  readonly name: string;
  readonly label: Words;
  readonly period?: string;
  readonly asOf: string;
  /** A rate has both; a count only `count`. */
  readonly count: number;
  readonly of?: number;
  readonly share?: number;
  readonly ids: readonly string[];
  readonly groups?: readonly { readonly value: string; readonly label: Words; readonly count: number; readonly of?: number; readonly ids: readonly string[] }[];
  readonly previous?: { readonly count: number; readonly of?: number; readonly share?: number };
  readonly wanted?: 'rising' | 'falling';
  readonly target?: { readonly min?: number; readonly max?: number; readonly met: boolean };
}

/** A way in that is open to somebody: the kind of case, the source, the form. */
export interface Opening {
  readonly method: string;
  readonly kind: string;
  readonly action: string;
  readonly label: Words;
  readonly source: { readonly name: string; readonly label: Words; readonly reporter: 'required' | 'optional' | 'none' };
  readonly form: readonly FormInput[];
}

export interface TickReport { readonly cases: number; readonly events: number; readonly more: boolean; readonly conflicts: number }

/** One case, bound to an engine and its tenant. */
export interface CaseHandle<M extends LooseMethod = LooseMethod> {
  readonly id: string;
  readonly state: CaseState;
  act<A extends ActionOf<M>>(action: A, input: ActionInput<M, A>, context: CommandContext): Promise<Result<CaseHandle<M>>>;
  explain(actor: Actor | string, at: MomentInput): Promise<Explanation>;
  history(): Promise<readonly CaseEvent[]>;
}

export interface EngineOptions<M extends LooseMethod = LooseMethod> {
  /** Checked when the engine is made; one that does not hold together throws `InvalidMethodError` with every finding. */
  readonly methods: readonly M[];
  readonly store: CaseStore;
  readonly directory?: Directory;
  readonly tenant?: string;
  /** Makes a case's id from its number and the kind that was asked for (empty where the source tells it): default `000001`. */
  readonly newId?: (n: number, kind: string) => string;
}

/** load → decide → append; timers; queries. Refusals are values; only a broken program or store throws. */
export interface Engine<M extends LooseMethod = LooseMethod> {
  readonly methods: readonly Method[];
  readonly directory: Directory;
  readonly tenant: string;
  /** The same engine with names as strings: for what serves any method, such as an HTTP app. */
  readonly plain: Engine;
  open(input: OpenInput<M>, context: CommandContext): Promise<Result<CaseHandle<M>>>;
  case(id: string): Promise<CaseHandle<M> | undefined>;
  act<A extends ActionOf<M>>(id: string, action: A, input: ActionInput<M, A>, context: CommandContext): Promise<Result<CaseHandle<M>>>;
  /** Lets everything that has fallen due happen, each at its own instant. */
  tick(now: MomentInput, options?: { readonly limit?: number }): Promise<TickReport>;
  /** A year's arrangement has been published (a newer calendar package is installed): reckons anew what relied on the old one. */
  inform(context: CommandContext): Promise<Result<TickReport>>;
  explain(id: string, actor: Actor | string, at: MomentInput): Promise<Explanation | undefined>;
  /** The forms by which this person may open a case. */
  openings(actor: Actor | string, at: MomentInput): Promise<readonly Opening[]>;
  history(id: string): Promise<readonly CaseEvent[]>;
  timeline(id: string): Promise<readonly TimelineLine[]>;
  list(input: ListInput, actor: Actor | string, at: MomentInput): Promise<Result<{ readonly rows: readonly CaseRow[]; readonly total: number }>>;
  /** All tabs at once. */
  counts(input: Omit<ListInput, 'view'>, actor: Actor | string, at: MomentInput): Promise<Result<Readonly<Record<View, number>>>>;
  ledger(name: NameOf<M, LedgerOf<M>>, options: { readonly period?: string; readonly where?: readonly Filter[]; readonly within?: string; readonly at: MomentInput }): Promise<Result<LedgerTable>>;
  metric(name: NameOf<M, MetricOf<M>>, options: { readonly period?: string; readonly asOf?: MomentInput; readonly within?: string; readonly at: MomentInput }): Promise<Result<MetricValue>>;
  board(name: NameOf<M, BoardOf<M>>, options: { readonly period?: string; readonly asOf?: MomentInput; readonly within?: string; readonly at: MomentInput }): Promise<Result<readonly MetricValue[]>>;
}
