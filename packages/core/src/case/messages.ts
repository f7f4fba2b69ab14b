import type { Day, Due, Extension, Hold, Instant, Limit, Start, TimePolicy } from '../calendar/index.ts';
import type { Words } from '../issues/issue.ts';
import type { Reply } from '../method/effect-schema.ts';
import type { FileRef, Value } from '../rules/reading.ts';
import type { RuleTrace } from '../rules/table.ts';

export type { FileRef, Value };

/** A person holding a role in a unit. */
export interface Post { readonly id: string; readonly role: string; readonly unit: string; readonly person: string; readonly name?: string }

/**
 * Who acts: a person with the posts held at that moment. `reporterOf`: whose reporter this is; empty, of the case that is being opened.
 * `link`: what follows by itself from the other side of this link, in the name of whoever did it there.
 */
export interface Actor { readonly person: string; readonly name?: string; readonly posts: readonly Post[]; readonly reporterOf?: string; readonly link?: string }

/** Who did it, as the event keeps it: the person, and the post by which it was allowed. */
export interface Signature { readonly person: string; readonly name?: string; readonly role?: string; readonly unit?: string; readonly post?: string }

export interface Reporter { readonly name?: string; readonly phone?: string; readonly ref?: string }

/** Opens a case by an action that `opens` its kind. */
export interface OpenCommand {
  readonly type: 'open';
  readonly id: string;
  readonly kind?: string;
  readonly action?: string;
  readonly source: string;
  readonly home: string;
  readonly reporter?: Reporter;
  readonly input: Readonly<Record<string, unknown>>;
  readonly by: Actor;
  readonly at: Instant;
  readonly happened?: Instant;
  /** Opened by an action on another case: whoever took that needs no post for this; both are linked. */
  readonly spawned?: { readonly from: string; readonly link?: { readonly link: string; readonly side: 'from' | 'to' } };
}

/** Takes an action on a case or a subject. */
export interface ActCommand {
  readonly type: 'act';
  /** The unit or post that the action is on, while it has no log yet: the action begins it. */
  readonly subject?: { readonly id: string; readonly kind: string; readonly home: string };
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly by: Actor;
  readonly at: Instant;
  readonly happened?: Instant;
}

/** Brings new knowledge about time: an arrangement has been published or changed; running clocks are reckoned anew. */
export interface InformCommand { readonly type: 'inform'; readonly edition: string; readonly at: Instant; readonly by: Actor }

/** Moves an open case to the version of these rules, by what their `moves` say of its own version. */
export interface MoveCommand { readonly type: 'move'; readonly at: Instant; readonly by: Actor }

/** Tells a case that another one has linked itself to it. */
export interface LinkCommand { readonly type: 'link'; readonly link: CaseLink; readonly at: Instant; readonly by: Actor }

/** Asks to see the personal data of a case in the clear: each time is on record. */
export interface RevealCommand { readonly type: 'reveal'; readonly at: Instant; readonly by: Actor }

/** Asks that the personal data of a case be erased. Nobody (`itself`) when its time to be kept is over. */
export interface EraseCommand { readonly type: 'erase'; readonly because: string; readonly at: Instant; readonly by: Actor }

export type CaseCommand = OpenCommand | ActCommand | InformCommand | MoveCommand | LinkCommand | RevealCommand | EraseCommand;

/** What a decision needs from outside its case, asked for by name beforehand and handed in. */
export interface Facts {
  /** Units by id: level, label, and the path from the unit itself up to the root. */
  readonly units: Readonly<Record<string, UnitFacts>>;
  /** Posts by id, for those named in inputs. */
  readonly posts: Readonly<Record<string, Post>>;
  /** Linked cases, and those that an input names, as they stand; by id. */
  readonly cases?: Readonly<Record<string, CaseState>>;
  /** What norms count so far, by `countKey`: for those that refuse what would pass their most. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Ids for the cases that the action opens besides, in the order in which it names them. */
  readonly ids?: readonly string[];
  /** Cases that are the same matter as the one being opened, by link. */
  readonly same?: Readonly<Record<string, readonly string[]>>;
}
export interface UnitFacts {
  readonly level: string;
  readonly path: readonly string[];
  /** The level of each unit on the path. */
  readonly levels?: readonly string[];
  readonly label?: { readonly zh: string; readonly en: string };
}

/** The answer of a classification, and which rule or person gave it. */
export interface Answer {
  readonly is?: string;
  readonly all?: readonly string[];
  readonly outputs?: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  readonly rule?: string;
  readonly proposed?: string;
  readonly by?: Signature;
  readonly at: Instant;
  readonly trace?: RuleTrace;
}

export interface CaseRecord {
  readonly id: string;
  readonly name: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly at: Instant;
  readonly by?: Signature;
  readonly withdrawn?: { readonly at: Instant; readonly by: Signature };
}

/** Of whom something is asked: a post, a role over the case, a unit, the reporter. */
export interface Addressee { readonly post?: string; readonly person?: string; readonly name?: string; readonly role?: string; readonly unit?: string; readonly reporter?: true }

export interface Ask {
  readonly id: string;
  readonly name: string;
  readonly to: Addressee;
  readonly by?: Signature;
  readonly at: Instant;
  /** Several of this name may be open at once: none supersedes another. */
  readonly many?: true;
  readonly accepted?: Instant;
  readonly reply?: { readonly as: Reply; readonly at: Instant; readonly by?: Signature };
}

/** A case or subject that belongs to this one; `side` is the side on which this one stands. */
export interface CaseLink { readonly link: string; readonly side: 'from' | 'to'; readonly case: string; readonly at: Instant }

/** waiting → running ⇄ held → met | broken → (stopped late); minimum: running → met at its end; void counts nowhere. */
export type ClockPhase = 'running' | 'held' | 'met' | 'broken' | 'void';

/** Everything that a due time follows from stands in the clock itself: nothing of it is read from the method later. */
export interface Clock {
  readonly id: string;
  readonly name: string;
  readonly ask?: string | undefined;
  readonly phase: ClockPhase;
  readonly binds: 'hard' | 'soft' | 'minimum';
  readonly start: Start;
  readonly limit: Limit;
  readonly policy: TimePolicy;
  readonly holds: readonly Hold[];
  readonly extensions: readonly Extension[];
  /** Laid out from another clock's due time instead of from `start`. */
  readonly from?: { readonly clock: string; readonly side: 'before' | 'after'; readonly by: string } | undefined;
  readonly due?: Due | undefined;
  /** It lay in the past when it was made: reported, held against nobody. */
  readonly lateFromTheStart?: true | undefined;
  readonly stopped?: Instant | undefined;
  /** Set when the due time passed unmet, for ever; who had it then. */
  readonly broken?: { readonly at: Instant; readonly day?: Day; readonly who?: Addressee } | undefined;
  /** The act that met it was recorded after its due time but had happened in time. */
  readonly corrected?: true | undefined;
  /** It counts against nobody (剔除): why, and who said so. What was broken stays on record under it. */
  readonly exempt?: { readonly why: Words; readonly by?: Signature; readonly at: Instant } | undefined;
  /** Rungs still to come, each with the instant at which it stands; the earliest first. */
  readonly rungs: readonly PendingRung[];
}

/** A rung that is still to come. `late`: it belongs after everything that happens at that instant (the due time itself is still in time). */
export interface PendingRung { readonly name: string; readonly at: Instant; readonly late?: true; readonly n?: number; readonly day?: Day }

export interface Done { readonly count: number; readonly at: Instant; readonly by?: Signature; readonly everyone: readonly string[] }

/**
 * One matter as it stands: what the events have made of it. A subject (a unit, a post, an entry of a register) is the same: its `kind`
 * is the subject's name, it has no source and no step.
 */
export interface CaseState {
  readonly id: string;
  /** How many events made it: the version that a writer expects. */
  readonly version: number;
  readonly method: { readonly id: string; readonly version: string };
  readonly kind: string;
  readonly source: string;
  readonly home: string;
  readonly holder: string;
  /** The levels of both. */
  readonly levels: { readonly home: string; readonly holder: string };
  readonly reporter?: Reporter | undefined;
  readonly step: string;
  /** Steps of the line that are done: left for a later one, and not gone back before. */
  readonly passed: readonly string[];
  readonly fields: Readonly<Record<string, Value>>;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly records: readonly CaseRecord[];
  readonly asks: readonly Ask[];
  readonly clocks: Readonly<Record<string, Clock>>;
  readonly links: readonly CaseLink[];
  readonly done: Readonly<Record<string, Done>>;
  readonly opened: Instant;
  readonly openedBy?: Signature | undefined;
  readonly ended?: { readonly ending: string; readonly outcome: string; readonly at: Instant; readonly by?: Signature } | undefined;
  /** Older records, asks or rounds of clocks are in the log only (`recent.ts`). */
  readonly dropped?: true | undefined;
  /** The last instant up to which everything that was due has happened. */
  readonly last: Instant;
}

/** One thing that an event changed. `evolve` folds these and reads no rules: each carries what was decided. */
export type Change =
  | { readonly type: 'opened'; readonly id: string; readonly method: CaseState['method']; readonly kind: string; readonly source: string;
      readonly home: string; readonly holder: string; readonly levels: CaseState['levels']; readonly reporter?: Reporter; readonly step: string; readonly edition: string }
  | { readonly type: 'field'; readonly name: string; readonly value: Value | null }
  | { readonly type: 'record'; readonly record: CaseRecord }
  | { readonly type: 'record-withdrawn'; readonly id: string; readonly by: Signature }
  | { readonly type: 'answer'; readonly name: string; readonly answer: Answer }
  | { readonly type: 'asked'; readonly ask: Ask }
  | { readonly type: 'replied'; readonly id: string; readonly name: string; readonly as: Reply; readonly by?: Signature }
  | { readonly type: 'clock'; readonly how: ClockHow; readonly clock: Clock }
  | { readonly type: 'told'; readonly name: string; readonly to: readonly Addressee[]; readonly text: { readonly zh: string; readonly en: string } }
  | { readonly type: 'raised'; readonly from: string; readonly to: string; readonly level: string }
  | { readonly type: 'linked'; readonly link: CaseLink }
  | { readonly type: 'spawned'; readonly id: string; readonly action: string; readonly kind: string; readonly source: string; readonly home: string;
      readonly input: Readonly<Record<string, Value>>; readonly link?: { readonly link: string; readonly side: 'from' | 'to' }; readonly reporter?: Reporter }
  | { readonly type: 'moved'; readonly from: string; readonly to: string; readonly edition: string }
  | { readonly type: 'issued'; readonly ledger: string; readonly period?: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'step'; readonly from: string; readonly to: string; readonly passed: readonly string[] }
  | { readonly type: 'ended'; readonly ending: string; readonly outcome: string }
  | { readonly type: 'reopened'; readonly step: string };

/** What became of a clock, for the timeline. */
export type ClockHow = 'started' | 'restarted' | 'resumed' | 'held' | 'extended' | 'moved' | 'met' | 'broken' | 'stopped-late' | 'rung' | 'void' | 'exempt';

/** Something that happened, with all it changed. Kept for ever as canonical text. */
export type CaseEvent = {
  readonly v: 1;
  /** The version of the case after it, from 1. */
  readonly seq: number;
  /** When it happened, and the day that it belongs to where that is not the day of `at`. */
  readonly at: Instant;
  readonly day?: Day;
  /** When it was recorded. */
  readonly recorded: Instant;
  readonly changes: readonly Change[];
} & (
  | { readonly type: 'acted'; readonly action: string; readonly by: Signature }
  | { readonly type: 'elapsed'; readonly clock: string; readonly rung?: string }
  | { readonly type: 'informed'; readonly by: Signature; readonly edition: string }
  | { readonly type: 'linked'; readonly by: Signature }
  | { readonly type: 'moved'; readonly by: Signature }
  | { readonly type: 'issued'; readonly by: Signature }
  | { readonly type: 'revealed'; readonly by: Signature }
  | { readonly type: 'erased'; readonly by: Signature; readonly because: string }
);
