import type { Condition, Fact } from '../method/condition-schema.ts';
import { comparisons, isFactOperand, isNegation, type FactCondition } from './condition-parts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Which names a condition or a fact reads, through the named conditions that it uses. */
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
  /** Facts of the case itself: `step`, `source` … */
  readonly caseFacts: ReadonlySet<string>;
  /** Named conditions, those used by others included; also names that do not exist. */
  readonly conditions: ReadonlySet<string>;
  /** Does the answer depend on who asks? */
  readonly actor: boolean;
  /** Does the answer depend on the moment at which it is read? */
  readonly time: boolean;
}

/**
 * Which names a condition or a fact reads.
 * @example [...mentions({ all: [{ use: 'hard' }, { records: 'consultation' }] }, vocabulary).records.keys()] //=> ['consultation']
 */
export const mentions = (read: Condition | Fact, { conditions }: Pick<Vocabulary, 'conditions'>): Mentions => {
  const found = new Collector(conditions);
  found.condition(read, undefined);
  return found;
};

/** The names that `where` or `every` read of the record or ask that they are about: every `{ field }` not inside a further one. */
export const ownFields = (condition: Condition): ReadonlySet<string> => {
  const found = new Collector(new Map());
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
  readonly caseFacts = new Set<string>();
  readonly conditions = new Set<string>();
  actor = false;
  time = false;
  readonly #named: Vocabulary['conditions'];

  constructor(named: Vocabulary['conditions']) { this.#named = named; }

  /** Reads one condition; `own` takes the `{ field }`s where they are not the case's. */
  condition(condition: Condition | Fact, own: Set<string> | undefined): void {
    if ('all' in condition) for (const part of condition.all) this.condition(part, own);
    else if ('any' in condition) for (const part of condition.any) this.condition(part, own);
    else if (isNegation(condition)) this.condition(condition.not, own);
    else if ('use' in condition) this.#use(condition.use);
    else if ('records' in condition) this.#counted(condition, this.#record(condition.records));
    else if ('asks' in condition) { this.asks.add(condition.asks); this.#counted(condition, new Set()); }
    else if ('actor' in condition) this.#who(condition.actor);
    else if ('time' in condition) this.time = true;
    else this.#compared(condition as FactCondition, own);
  }

  #use(name: string): void {
    if (this.conditions.has(name)) return;
    this.conditions.add(name);
    const condition = this.#named.get(name);
    if (condition) this.condition(condition, undefined);
  }

  #record(name: string): Set<string> {
    const fields = this.records.get(name) ?? new Set<string>();
    this.records.set(name, fields);
    return fields;
  }

  #counted(condition: { where?: Condition; every?: Condition; since?: { action: string } }, own: Set<string>): void {
    if (condition.where) this.condition(condition.where, own);
    if (condition.every) this.condition(condition.every, own);
    if (condition.since) this.actions.add(condition.since.action);
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
      if (fact.case === 'now') this.time = true;
    }
    else if ('clock' in fact) { this.clocks.add(fact.clock); if (fact.show === 'late') this.time = true; }
    else if ('ask' in fact) this.asks.add(fact.ask);
    else this.actions.add(fact.action);
  }
}
