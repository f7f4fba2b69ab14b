import { masked } from './mask.ts';
import type { CaseEvent, CaseState, Change, FileRef, Reporter, Signature, Value } from './messages.ts';
import type { Rules } from './rules.ts';

/**
 * A personal value that lies beside the log: the event and the state hold only its reference, which is its place (`3.1`: the first of event 3)
 * and tells nothing of it. `value` is its JSON text. Source: 《个人信息保护法》第四十七条 (erasure), with a log that stays whole.
 */
export interface PersonalValue { readonly ref: string; readonly value: string }

/** The values that lie beside one log, by reference. One that is not there any more has been erased. */
export type PersonalValues = ReadonlyMap<string, string>;

const mark = '#personal:';

/** What people read where a value was erased. */
export const ERASED = { zh: '（已删除）', en: '(erased)' } as const;

/** The reference that stands for a value, if it is one. */
const refIn = (value: unknown): string | undefined => (typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : undefined);

/**
 * Takes the personal values out of what is about to be written: fields and record fields that the method declares personal, who reported,
 * and whatever was made of them (a letter, the fields of a case that was opened besides). `state`: the case in the clear, after these events.
 * A text that looks like a reference is taken out too, so that none can be forged.
 */
export const seal = (rules: Rules, events: readonly CaseEvent[], state: CaseState): { readonly events: readonly CaseEvent[]; readonly personal: readonly PersonalValue[] } => {
  const personal: PersonalValue[] = [];
  const known = knownOf(rules, state, events);
  const sealed = events.map((event) => {
    const sealer = new Sealer(`${event.seq}.`, personal, known);
    const changes = mapChanged(event.changes, (change) => sealChange(rules, change, sealer));
    const by = 'by' in event ? sealer.signature(event.by) : undefined;
    return changes === event.changes && (!('by' in event) || by === event.by) ? event : { ...event, changes, ...(by && { by }) } as CaseEvent;
  });
  return { events: personal.length === 0 ? events : sealed, personal };
};

/** Takes personal values of this case out of what it hands to an action of another case, while that waits. */
export const sealGiven = (rules: Rules, action: string, input: Readonly<Record<string, Value>>, state: CaseState, prefix: string): { readonly sealed: Readonly<Record<string, Value>>; readonly personal: readonly PersonalValue[] } => {
  const personal: PersonalValue[] = [];
  return { sealed: new Sealer(prefix, personal, knownOf(rules, state, [])).given(rules, action, input), personal };
};

/** Puts values back in place of their references; one that was erased is left out of what has names and lists, or reads as `erased`. */
export const unseal = <T>(kept: T, values: PersonalValues, erased?: string): T => opened(kept, values, erased) as T;

/** The values as they are shown: masked, and in a text that was made of them each of them masked. */
export const maskValues = (values: PersonalValues): PersonalValues => {
  const texts = [...new Set([...values.values()].flatMap((value) => textsIn(JSON.parse(value))))].sort((a, b) => b.length - a.length);
  const shown = (text: string): Value => {
    const within = texts.filter((one) => one !== text && text.includes(one));
    return within.length === 0 ? masked(text) : within.reduce((letter, one) => letter.replaceAll(one, String(masked(one))), text);
  };
  return new Map([...values].map(([ref, value]) => {
    const clear = JSON.parse(value) as Value;
    return [ref, JSON.stringify(typeof clear === 'string' ? shown(clear) : masked(clear))];
  }));
};

/** Does anything in it stand for a value that lies beside? */
export const isSealed = (state: CaseState): boolean => JSON.stringify([state.reporter, state.fields, state.records.map(({ values }) => values)]).includes(`"${mark}`);

class Sealer {
  #n = 0;
  readonly #prefix: string;
  readonly #into: PersonalValue[];
  readonly #known: () => readonly string[];
  constructor(prefix: string, into: PersonalValue[], known: () => readonly string[]) {
    this.#prefix = prefix;
    this.#into = into;
    this.#known = known;
  }

  /** Puts a value aside; what it returns stands for it. */
  value(value: Value): string {
    const ref = `${this.#prefix}${(this.#n += 1)}`;
    this.#into.push({ ref, value: JSON.stringify(value) });
    return mark + ref;
  }

  values<V extends Value>(values: Readonly<Record<string, V>>, isPersonal: (name: string) => boolean): Readonly<Record<string, V>> {
    return mapValues(values, (value, name) => (isPersonal(name) || refIn(value) !== undefined ? this.value(value) as V : value));
  }

  reporter(reporter: Reporter): Reporter {
    return mapValues(reporter as Readonly<Record<string, string>>, (value) => this.value(value)) as Reporter;
  }

  /** Of a person who acts for himself and not by a post, the name. */
  signature(by: Signature): Signature {
    return by.name !== undefined && by.role === undefined && this.#known().includes(by.name) ? { ...by, name: this.value(by.name) } : by;
  }

  /** What is handed to an action: what it takes as personal data, and whatever else was made of some. */
  given(rules: Rules, action: string, input: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
    const takes = rules.actions.get(action)?.inputs;
    const isPersonal = (name: string): boolean => rules.method.fields[name]?.personal === true || takes?.find((one) => one.name === name)?.personal === true;
    return mapValues(input, (value, name) => (isPersonal(name) ? this.value(value) : this.derived(value)));
  }

  /** Texts in which a personal value stands, and files that are one. */
  derived<T>(value: T): T {
    if (isFile(value)) return (this.#known().includes(value.hash) ? this.value(value as unknown as Value) : value) as T;
    if (typeof value === 'string') return (refIn(value) !== undefined || this.#known().some((one) => value.includes(one)) ? this.value(value) : value) as T;
    if (Array.isArray(value)) return mapChanged(value, (one) => this.derived(one)) as T;
    return typeof value === 'object' && value !== null ? mapValues(value as Readonly<Record<string, unknown>>, (one) => this.derived(one)) as T : value;
  }
}

const sealChange = (rules: Rules, change: Change, sealer: Sealer): Change => {
  switch (change.type) {
    case 'opened': return change.reporter ? { ...change, reporter: sealer.reporter(change.reporter) } : change;
    case 'field': {
      const { name, value } = change;
      return value !== null && (rules.method.fields[name]?.personal || refIn(value) !== undefined) ? { ...change, value: sealer.value(value) } : change;
    }
    case 'record': {
      const { record } = change;
      const fields = rules.method.records?.[record.name]?.fields;
      const values = sealer.values(record.values, (name) => fields?.[name]?.personal === true);
      const by = record.by && sealer.signature(record.by);
      return values === record.values && by === record.by ? change : { ...change, record: { ...record, values, ...(by && { by }) } };
    }
    case 'told': case 'issued': return sealer.derived(change);
    case 'spawned': {
      const input = sealer.given(rules, change.action, change.input);
      const reporter = change.reporter && sealer.reporter(change.reporter);
      return input === change.input && !reporter ? change : { ...change, input, ...(reporter && { reporter }) };
    }
    default: return change;
  }
};

/** The personal texts of a case: asked for only where something may have been made of them. One letter alone is in too much to tell anything. */
const knownOf = (rules: Rules, state: CaseState, events: readonly CaseEvent[]): (() => readonly string[]) => {
  let known: readonly string[] | undefined;
  return () => (known ??= [...new Set([...personalValues(rules, state), ...events.flatMap(({ changes }) => changes.flatMap((change) => personalIn(rules, change)))].flatMap(textsIn))]);
};

const personalValues = ({ method }: Rules, { reporter, fields, records }: CaseState): readonly unknown[] => [
  ...Object.values(reporter ?? {}),
  ...Object.keys(fields).flatMap((name) => (method.fields[name]?.personal ? [fields[name]] : [])),
  ...records.flatMap(({ name, values }) => Object.keys(values).flatMap((field) => (method.records?.[name]?.fields?.[field]?.personal ? [values[field]] : []))),
];
const personalIn = ({ method }: Rules, change: Change): readonly unknown[] => (change.type === 'field' && method.fields[change.name]?.personal ? [change.value] : []);
const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map((one: unknown) => (isFile(one) ? one.hash : one)).filter((one): one is string => typeof one === 'string' && one.trim().length > 1);
/** A file is known by its hash. */
const isFile = (value: unknown): value is FileRef => typeof value === 'object' && value !== null && 'hash' in value && 'size' in value;

const opened = (kept: unknown, values: PersonalValues, erased: string | undefined): unknown => {
  const ref = refIn(kept);
  if (ref !== undefined) {
    const value = values.get(ref);
    return value === undefined ? erased : JSON.parse(value);
  }
  if (Array.isArray(kept)) {
    const list = mapChanged(kept, (one) => opened(one, values, erased));
    return list === kept ? kept : list.filter((one) => one !== undefined);
  }
  return typeof kept === 'object' && kept !== null ? mapValues(kept as Readonly<Record<string, unknown>>, (one) => opened(one, values, erased)) : kept;
};

/** The same list, or one with what has changed in it. */
const mapChanged = <T>(list: readonly T[], map: (one: T) => T): readonly T[] => {
  const mapped = list.map(map);
  return mapped.some((one, i) => one !== list[i]) ? mapped : list;
};

/** The same object, or one with what has changed in it; what became nothing is left out. */
const mapValues = <T>(object: Readonly<Record<string, T>>, map: (value: T, name: string) => T): Readonly<Record<string, T>> => {
  let changed: Record<string, T> | undefined;
  for (const name in object) {
    const value = object[name]!;
    const mapped = map(value, name);
    if (mapped === value) continue;
    changed ??= { ...object };
    if (mapped === undefined) delete changed[name];
    else changed[name] = mapped;
  }
  return changed ?? object;
};
