import type { Explanation, FormInput, TimelineLine } from '../case/explanation.ts';
import type { Actor, CaseEvent, CaseState, Reporter } from '../case/messages.ts';
import type { LedgerTable, MetricValue } from '../queries/figures.ts';
import type { LineageNode } from '../queries/lineage.ts';
import type { Duty, IssuedList, MoveResult, NormTable, Similar } from './street-types.ts';
import type { Result, Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import type { ActionOf, BoardOf, InputOf, KindOf, LedgerOf, LooseMethod, MetricOf, NormOf, OpenInputOf, SourceOf, SubjectOf } from '../method/method-types.ts';
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
  /** Where it came in by; may be left out where a method has but one, and for what has none: an entry of a register, a kind made of other cases. */
  readonly source?: NameOf<M, SourceOf<M>>;
  readonly kind?: NameOf<M, KindOf<M> | SubjectOf<M>>;
  readonly action?: NameOf<M, ActionOf<M>>;
  readonly home?: string;
  readonly reporter?: Reporter;
  readonly fields: Wide<M> extends true ? Inputs : OpenInputOf<M, KindOf<M> | SubjectOf<M>>;
  /** The case's id, where the host gives it; otherwise the engine numbers it. */
  readonly id?: string;
}

/** What the tabs count: 待办, 即将超期, 已超期, 已办, 全部 … */
export type View = 'todo' | 'due-soon' | 'overdue' | 'mine-done' | 'open' | 'ended' | 'all';

/** A list as a screen asks for it: one of the tabs, and what else narrows it. */
export interface ListInput extends Omit<CaseQuery, 'awaits' | 'actedBy'> { readonly view?: View }

export type { LedgerTable, MetricValue };

/** A way in that is open to somebody: the kind of case, the source, the form; or a register and the form of an entry. */
export interface Opening {
  readonly method: string;
  readonly kind: string;
  readonly action: string;
  readonly label: Words;
  /** An entry of a register instead of a case. */
  readonly register?: true;
  readonly source: { readonly name: string; readonly label: Words; readonly reporter: 'required' | 'optional' | 'none' };
  readonly form: readonly FormInput[];
}

/** `limit`: of cases. `worker`: a number of its own for each that sweeps at the same time, so that they do not all begin with the same cases. */
export interface TickOptions { readonly limit?: number; readonly worker?: number }

export interface TickReport { readonly cases: number; readonly events: number; readonly more: boolean; readonly conflicts: number }

/** `left`: cases whose version was not given to the engine, or that were being written to. */
export interface ReprojectReport { readonly cases: number; readonly left: number; readonly more: boolean }

/** One case, bound to an engine and its tenant. Its `state` is in the clear, for programs; `explain` is masked, for people. */
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

/** How a ledger is asked for. `at`: now. */
export interface LedgerOptions {
  readonly period?: string;
  readonly where?: readonly Filter[];
  readonly within?: string;
  readonly offset?: number;
  readonly limit?: number;
  readonly at: MomentInput;
}

/** How a metric is asked for. `at`: now; `asOf`: as it stood at a moment before. */
export interface MetricOptions {
  readonly period?: string;
  readonly asOf?: MomentInput;
  readonly within?: string;
  /** Also the cases behind each number. */
  readonly ids?: boolean;
  readonly at: MomentInput;
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
  tick(now: MomentInput, options?: TickOptions): Promise<TickReport>;
  /** Makes anew what lies beside cases that an older version of their method, or of this engine, has written: until then their ledgers and metrics are read from the cases. */
  reproject(options?: { readonly limit?: number }): Promise<ReprojectReport>;
  /** A year's arrangement has been published (a newer calendar package is installed): reckons anew what relied on the old one. */
  inform(context: CommandContext): Promise<Result<TickReport>>;
  explain(id: string, actor: Actor | string, at: MomentInput): Promise<Explanation | undefined>;
  /** The forms by which this person may open a case. */
  openings(actor: Actor | string, at: MomentInput): Promise<readonly Opening[]>;
  /** Cases that may be the same matter as what is being reported. */
  similar(input: Pick<OpenInput, 'method' | 'source' | 'kind' | 'action' | 'home' | 'fields'>, at: MomentInput): Promise<readonly Similar[]>;
  /** The events as they are kept: personal values lie beside them, and only their references stand here. */
  history(id: string): Promise<readonly CaseEvent[]>;
  /** Shows a case with its personal data in the clear, and puts on record who saw it: to roles that the method names, else to whoever stands over the case (`personal.not-yours`). */
  reveal(id: string, context: CommandContext): Promise<Result<Explanation>>;
  /** Erases the personal data of a case on request, with the reason; its log stays whole (《个人信息保护法》第四十七条). */
  erase(id: string, input: { readonly because: string }, context: CommandContext): Promise<Result<CaseHandle<M>>>;
  /** Erases the personal data of cases that ended longer ago than their method keeps it (`personal.keep`). */
  forget(now: MomentInput, options?: { readonly limit?: number }): Promise<TickReport>;
  /** Cases that hold this very value (a name, a number) as personal data. */
  holding(value: string): Promise<readonly string[]>;
  timeline(id: string): Promise<readonly TimelineLine[]>;
  /** Everything that a case belongs with, as far as links lead: need → problem → service and back. */
  lineage(id: string): Promise<LineageNode | undefined>;
  /** What somebody has to do now, by their posts and for the units of these; the most pressing first. */
  duties(actor: Actor | string, at: MomentInput): Promise<readonly Duty[]>;
  /** What a norm has come to in a period (the running one, unless it is named), member by member. */
  norm(name: NameOf<M, NormOf<M>>, options: { readonly period?: string; readonly within?: string; readonly at: MomentInput }): Promise<Result<NormTable>>;
  /** Issues a ledger for a period and unit: its rows are fixed from then on. */
  issue(ledger: NameOf<M, LedgerOf<M>>, input: { readonly period?: string; readonly within?: string }, context: CommandContext): Promise<Result<IssuedList>>;
  /** The lists of a ledger that were issued, the last first. */
  issued(ledger: NameOf<M, LedgerOf<M>>): Promise<readonly IssuedList[]>;
  /** What would become of open cases of older versions if they were moved to the one in force. */
  tryMove(input: { readonly method?: string; readonly ids?: readonly string[] }, context: CommandContext): Promise<Result<readonly MoveResult[]>>;
  /** Moves them; what cannot be moved stays with its version, and says why. */
  move(input: { readonly method?: string; readonly ids?: readonly string[] }, context: CommandContext): Promise<Result<readonly MoveResult[]>>;
  list(input: ListInput, actor: Actor | string, at: MomentInput): Promise<Result<{ readonly rows: readonly CaseRow[]; readonly total: number }>>;
  /** All tabs at once. */
  counts(input: Omit<ListInput, 'view'>, actor: Actor | string, at: MomentInput): Promise<Result<Readonly<Record<View, number>>>>;
  /** A ledger, all of it or with `offset` and `limit` a page, which says how many rows there are. */
  ledger(name: NameOf<M, LedgerOf<M>>, options: LedgerOptions): Promise<Result<LedgerTable>>;
  metric(name: NameOf<M, MetricOf<M>>, options: MetricOptions): Promise<Result<MetricValue>>;
  board(name: NameOf<M, BoardOf<M>>, options: MetricOptions): Promise<Result<readonly MetricValue[]>>;
}
