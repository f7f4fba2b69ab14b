import type { Explanation, FormInput, TimelineLine } from '../case/explanation.ts';
import type { Actor, CaseEvent, CaseState, Reporter } from '../case/messages.ts';
import type { Result, Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
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

export interface OpenInput {
  /** Which method, where an engine has several and the source does not tell. */
  readonly method?: string;
  readonly source: string;
  readonly kind?: string;
  readonly action?: string;
  readonly home?: string;
  readonly reporter?: Reporter;
  readonly fields: Readonly<Record<string, unknown>>;
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
export interface CaseHandle {
  readonly id: string;
  readonly state: CaseState;
  act(action: string, input: Readonly<Record<string, unknown>>, context: CommandContext): Promise<Result<CaseHandle>>;
  explain(actor: Actor | string, at: MomentInput): Promise<Explanation>;
  history(): Promise<readonly CaseEvent[]>;
}

export interface EngineOptions {
  readonly methods: readonly Method[];
  readonly store: CaseStore;
  readonly directory?: Directory;
  readonly tenant?: string;
  /** Makes a case's id from its number: default `CASE-000001` by kind. */
  readonly newId?: (n: number, kind: string) => string;
}

/** load → decide → append; timers; queries. Refusals are values; only a broken program or store throws. */
export interface Engine {
  readonly methods: readonly Method[];
  readonly directory: Directory;
  readonly tenant: string;
  open(input: OpenInput, context: CommandContext): Promise<Result<CaseHandle>>;
  case(id: string): Promise<CaseHandle | undefined>;
  act(id: string, action: string, input: Readonly<Record<string, unknown>>, context: CommandContext): Promise<Result<CaseHandle>>;
  /** Lets everything that has fallen due happen, each at its own instant. */
  tick(now: MomentInput, options?: { readonly limit?: number }): Promise<TickReport>;
  explain(id: string, actor: Actor | string, at: MomentInput): Promise<Explanation | undefined>;
  /** The forms by which this person may open a case. */
  openings(actor: Actor | string, at: MomentInput): Promise<readonly Opening[]>;
  history(id: string): Promise<readonly CaseEvent[]>;
  timeline(id: string): Promise<readonly TimelineLine[]>;
  list(input: ListInput, actor: Actor | string, at: MomentInput): Promise<Result<{ readonly rows: readonly CaseRow[]; readonly total: number }>>;
  /** All tabs at once. */
  counts(input: Omit<ListInput, 'view'>, actor: Actor | string, at: MomentInput): Promise<Result<Readonly<Record<View, number>>>>;
  ledger(name: string, options: { readonly period?: string; readonly where?: readonly Filter[]; readonly within?: string; readonly at: MomentInput }): Promise<Result<LedgerTable>>;
  metric(name: string, options: { readonly period?: string; readonly asOf?: MomentInput; readonly within?: string; readonly at: MomentInput }): Promise<Result<MetricValue>>;
  board(name: string, options: { readonly period?: string; readonly asOf?: MomentInput; readonly within?: string; readonly at: MomentInput }): Promise<Result<readonly MetricValue[]>>;
}
