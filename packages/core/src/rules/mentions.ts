import type { Condition, Fact } from '../method/condition-schema.ts';
import { comparisons, isFactOperand, isNegation, type CountingCondition, type FactCondition } from './condition-parts.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Which names a condition or a fact reads, through the named conditions that it uses. What is read in linked cases is under `linked`; named
 * conditions, roles, and whether it depends on who asks or when, are told of both.
 */
export interface Mentions {
  /** Fields of the case. */
  readonly fields: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
  /** Records by name, with the fields that are read of them, also inside `where` and `every`. */
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
  readonly clocks: ReadonlySet<string>;
  readonly asks: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** Links whose number, ids or cases are read. */
  readonly links: ReadonlySet<string>;
  /** By link: what is read of the cases that are linked so. To count them, no case has to be read. */
  readonly linked: ReadonlyMap<string, Mentions>;
  /** Facts of the case itself: `step`, `source` … */
  readonly caseFacts: ReadonlySet<string>;
  /** Named conditions, those used by others included; also names that do not exist. */
  readonly conditions: ReadonlySet<string>;
  /** Does the answer depend on who asks? */
  readonly actor: boolean;
  /** Does the answer depend on the moment at which it is read? */
  readonly time: boolean;
  /** The same, in another way than by a clock that becomes late. */
  readonly now: boolean;
}

/**
 * Which names a condition or a fact reads.
 * @example [...mentions({ all: [{ use: 'hard' }, { records: 'consultation' }] }, vocabulary).records.keys()] //=> ['consultation']
 */
export const mentions = (read: Condition | Fact, { conditions }: Pick<Vocabulary, 'conditions'>): Mentions => {
  const found = new Collector(conditions, []);
  found.condition(read, undefined);
  return found;
};

/** The names that `where` or `every` read of the record, ask or clock that they are about: every `{ field }` not inside a further one. */
export const ownFields = (condition: Condition): ReadonlySet<string> => {
  const found = new Collector(new Map(), []);
  const names = new Set<string>();
  found.condition(condition, names);
  return names;
};

class Collector implements Mentions {
  readonly fields = new Set<string>();
  readonly answers = new Set<string>();
  readonly records = new Map<string, Set<string>>();
  readonly clocks = new Set<string>();
  readonly asks = new Set<string>();
  readonly actions = new Set<string>();
  readonly roles = new Set<string>();
  readonly links = new Set<string>();
  readonly linked = new Map<string, Collector>();
  readonly caseFacts = new Set<string>();
  readonly conditions = new Set<string>();
  actor = false;
  time = false;
  now = false;
  readonly #named: Vocabulary['conditions'];
  /** Named conditions that are being read, those outside a link included: one that leads back to itself is not read again. */
  readonly #using: string[];

  constructor(named: Vocabulary['conditions'], using: string[]) { this.#named = named; this.#using = using; }

  /** Reads one condition; `own` takes the `{ field }`s where they are not the case's. */
  condition(condition: Condition | Fact, own: Set<string> | undefined): void {
    if ('all' in condition) for (const part of condition.all) this.condition(part, own);
    else if ('any' in condition) for (const part of condition.any) this.condition(part, own);
    else if (isNegation(condition)) this.condition(condition.not, own);
    else if ('use' in condition) this.#use(condition.use);
    else if ('records' in condition) this.#counted(condition, this.#record(condition.records));
    else if ('asks' in condition) { this.asks.add(condition.asks); this.#counted(condition, new Set()); }
    else if ('clocks' in condition) this.#clocks(condition);
    else if ('links' in condition) this.#links(condition);
    else if ('share' in condition) { this.#fact(condition.share, own); this.#fact(condition.of, own); }
    else if ('sample' in condition) this.caseFacts.add('id');
    else if ('actor' in condition) this.#who(condition.actor);
    else if ('time' in condition) this.#reads('now');
    else this.#compared(condition, own);
  }

  #use(name: string): void {
    if (this.conditions.has(name)) return;
    this.conditions.add(name);
    const condition = this.#named.get(name);
    if (!condition || this.#using.includes(name)) return;
    this.#using.push(name);
    this.condition(condition, undefined);
    this.#using.pop();
  }

  #record(name: string): Set<string> {
    const fields = this.records.get(name) ?? new Set<string>();
    this.records.set(name, fields);
    return fields;
  }

  #counted(condition: CountingCondition, own: Set<string>): void {
    if (condition.where) this.condition(condition.where, own);
    if (condition.every) this.condition(condition.every, own);
    this.#choosing(condition);
  }

  /** What says which of them count. */
  #choosing({ since, within }: CountingCondition): void {
    if (since) this.actions.add(since.action);
    if (within !== undefined) this.#reads('now');
  }

  #reads(moment: 'now' | 'late'): void {
    this.time = true;
    if (moment === 'now') this.now = true;
  }

  #clocks(condition: Extract<CountingCondition, { clocks: string }>): void {
    const own = new Set<string>();
    this.clocks.add(condition.clocks);
    this.#counted(condition, own);
    if (own.has('late')) this.#reads('late');
  }

  #links(condition: Extract<CountingCondition, { links: string }>): void {
    const { links, where, every } = condition;
    this.links.add(links);
    this.#choosing(condition);
    if (where) this.#inside(links, (linked) => linked.condition(where, undefined));
    if (every) this.#inside(links, (linked) => linked.condition(every, undefined));
  }

  /** Reads in the cases that are linked so. */
  #inside(link: string, read: (linked: Collector) => void): void {
    const linked = this.linked.get(link) ?? new Collector(this.#named, this.#using);
    this.linked.set(link, linked);
    read(linked);
    for (const name of linked.conditions) this.conditions.add(name);
    for (const role of linked.roles) this.roles.add(role);
    this.actor ||= linked.actor;
    this.time ||= linked.time;
    this.now ||= linked.now;
  }

  #who(actor: { role?: string; notWhoDid?: string; isAsked?: string }): void {
    this.actor = true;
    if (actor.role !== undefined) this.roles.add(actor.role);
    if (actor.notWhoDid !== undefined) this.actions.add(actor.notWhoDid);
    if (actor.isAsked !== undefined) this.asks.add(actor.isAsked);
  }

  #compared(condition: FactCondition, own: Set<string> | undefined): void {
    this.#fact(condition, own);
    for (const name of comparisons) {
      const operand = condition[name];
      if (isFactOperand(operand)) this.#fact(operand.fact, own);
    }
  }

  #fact(fact: Fact, own: Set<string> | undefined): void {
    if ('field' in fact) (own ?? this.fields).add(fact.field);
    else if ('answer' in fact) this.answers.add(fact.answer);
    else if ('record' in fact) { const fields = this.#record(fact.record); if (fact.show !== undefined) fields.add(fact.show); }
    else if ('case' in fact) {
      this.caseFacts.add(fact.case);
      if (fact.case === 'now') this.#reads('now');
    }
    else if ('clock' in fact) { this.clocks.add(fact.clock); if (fact.show === 'late') this.#reads('late'); }
    else if ('ask' in fact) this.asks.add(fact.ask);
    else if ('action' in fact) this.actions.add(fact.action);
    else this.#link(fact);
  }

  #link({ link, reads }: Extract<Fact, { link: string }>): void {
    this.links.add(link);
    if (reads) this.#inside(link, (linked) => linked.#fact(reads, undefined));
  }
}
