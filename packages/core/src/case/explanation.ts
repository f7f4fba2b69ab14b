import type { Due, Instant, Segment } from '../calendar/index.ts';
import type { Issue, Words } from '../issues/issue.ts';
import type { FileRef, Reporter } from './messages.ts';

/** One input of a form: what it is called, what it takes, and whether it must be given. Drawn from the method; the screen holds no rule. */
export interface FormInput {
  readonly name: string;
  readonly label: Words;
  readonly kind: 'text' | 'long-text' | 'number' | 'date' | 'moment' | 'yes-no' | 'choice' | 'choices' | 'post' | 'posts' | 'unit' | 'units' | 'names' | 'point' | 'case' | 'cases' | 'files';
  readonly optional: boolean;
  /** Of a template: the text that it drafts. */
  readonly options?: readonly { readonly name: string; readonly label: Words; readonly text?: Words }[];
  /** For `case` and `cases`: kinds or subjects to choose from. */
  readonly kinds?: readonly string[];
  /** For `post`: the role that the post must have; for `unit`: the level. */
  readonly role?: string;
  readonly level?: string;
  readonly min?: number;
  readonly max?: number;
  /** What it stands at now: a field's value, or what the rules propose. */
  readonly value?: unknown;
  /** The record that it becomes part of, for grouping. */
  readonly group?: Words;
  readonly note?: Words;
}

/** One action: may this person take it now; if not, every reason; the form it needs. */
export interface ExplainedAction {
  readonly name: string;
  readonly label: Words;
  readonly allowed: boolean;
  readonly issues: readonly Issue[];
  readonly form: readonly FormInput[];
  /** Where it leads: an ending's name when it ends the case. */
  readonly ends?: string;
  readonly source?: Words;
  readonly note?: Words;
}

/** One line of an ending's checklist. */
export interface ChecklistItem {
  readonly name: string;
  readonly say: Words;
  readonly met: boolean;
  readonly source?: Words;
  /** Actions that can bring it about, where that can be read off the method. */
  readonly by?: readonly { readonly name: string; readonly label: Words }[];
}

export interface ExplainedEnding {
  readonly name: string;
  readonly label: Words;
  readonly outcome: string;
  readonly ready: boolean;
  readonly checklist: readonly ChecklistItem[];
}

/** A clock's light: none (measured only or not begun), green, yellow (a warning rung has been passed), red (overdue), done, done late. */
export type Light = 'none' | 'green' | 'yellow' | 'red' | 'held' | 'met' | 'late' | 'void';

export interface ExplainedClock {
  readonly id: string;
  readonly name: string;
  readonly label: Words;
  readonly phase: string;
  readonly light: Light;
  readonly binds: 'hard' | 'soft' | 'minimum';
  readonly started: Instant;
  readonly due?: Due;
  readonly dueText?: Words;
  readonly stopped?: Instant;
  readonly provisional: boolean;
  readonly lateFromTheStart: boolean;
  /** It counts against nobody: why, who said so and when. */
  readonly exempt?: { readonly why: Words; readonly by?: string; readonly at: Instant };
  /** Why it is due when it is due: the segments, and each as a sentence. */
  readonly segments: readonly Segment[];
  readonly because: readonly Words[];
  readonly source?: Words;
}

/** Where the case stands in the line of its kind. */
export interface ExplainedStep { readonly name: string; readonly label: Words; readonly state: 'done' | 'here' | 'ahead' | 'skipped'; readonly when?: Words; readonly source?: Words }

/** A case or subject that this one belongs with, as far as it is known here. */
export interface ExplainedLink {
  readonly link: string;
  readonly label: Words;
  readonly case: string;
  readonly kind?: { readonly name: string; readonly label: Words };
  readonly title?: string;
  /** Where it stands, or how it ended. */
  readonly stands?: Words;
  readonly ended?: boolean;
}

/** A value of a record in words; the attachments themselves, where it is any. */
export interface ExplainedValue { readonly label: Words; readonly text: Words; readonly files?: readonly FileRef[] }

/** Everything that a screen shows of one case to one person. */
export interface Explanation {
  readonly id: string;
  readonly version: number;
  readonly at: Instant;
  readonly kind: { readonly name: string; readonly label: Words };
  readonly source: { readonly name: string; readonly label: Words };
  readonly step: { readonly name: string; readonly label: Words };
  readonly ended?: { readonly ending: string; readonly outcome: string; readonly label: Words; readonly at: Instant };
  readonly line: readonly ExplainedStep[];
  readonly facts: readonly { readonly name: string; readonly label: Words; readonly value: unknown; readonly text: Words; readonly personal?: true }[];
  readonly answers: readonly { readonly name: string; readonly label: Words; readonly text: Words; readonly because?: Words }[];
  readonly records: readonly { readonly id: string; readonly name: string; readonly label: Words; readonly at: Instant; readonly by?: string; readonly withdrawn: boolean; readonly values: readonly ExplainedValue[] }[];
  readonly asks: readonly { readonly id: string; readonly name: string; readonly label: Words; readonly to: Words; readonly at: Instant; readonly state: 'open' | 'accepted' | 'replied'; readonly reply?: Words }[];
  readonly clocks: readonly ExplainedClock[];
  readonly links: readonly ExplainedLink[];
  readonly actions: readonly ExplainedAction[];
  readonly endings: readonly ExplainedEnding[];
  /** Who is awaited now. */
  readonly awaited: readonly Words[];
  /** Who raised it, masked unless it was revealed. */
  readonly reporter?: Reporter;
  /** Whether there is personal data, whether it is shown here in the clear, whether some was erased, and whether this person may ask to see it. */
  readonly personal: { readonly held: boolean; readonly shown: boolean; readonly erased: boolean; readonly mayReveal: boolean };
}

/** One line of the timeline: who did what when, and what followed. */
export interface TimelineLine {
  readonly seq: number;
  readonly at: Instant;
  readonly day?: string;
  readonly recorded: Instant;
  readonly title: Words;
  readonly by?: { readonly name: string; readonly role?: Words; readonly unit?: string };
  readonly details: readonly { readonly type: string; readonly text: Words }[];
}
