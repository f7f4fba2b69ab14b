import type { Condition, Fact, Literal, Tests } from '../method/condition-schema.ts';
import type { Method } from '../method/method-schema.ts';

/** What can be known of a case of one kind, at the most. */
export interface Possible {
  readonly kind: string;
  readonly steps: Set<string>;
  readonly actions: Set<string>;
  readonly records: Set<string>;
  readonly answers: Set<string>;
  readonly asks: Set<string>;
  readonly fields: Set<string>;
  /** Links that it can stand in. */
  readonly links: Set<string>;
}

/** Could a condition ever hold, given what can be known at the most? False only when it certainly cannot. */
export function couldHold(condition: Condition, possible: Possible, method: Method, depth = 0): boolean {
  const could = (part: Condition): boolean => couldHold(part, possible, method, depth + 1);
  if (depth > 40) return true;
  if ('all' in condition) return condition.all.every(could);
  if ('any' in condition) return condition.any.some(could);
  if ('use' in condition) {
    const named = method.conditions?.[condition.use];
    return named === undefined || could(named);
  }
  if ('records' in condition) return !wantsOne(condition) || possible.records.has(condition.records);
  if ('asks' in condition) return !wantsOne(condition) || possible.asks.has(condition.asks);
  if ('links' in condition) return !wantsOne(condition) || possible.links.has(condition.links);
  if ('share' in condition) return isNumber(condition.share, possible) && isNumber(condition.of, possible);
  if ('clocks' in condition || 'sample' in condition) return true;
  if ('actor' in condition) return condition.actor.isAsked === undefined || possible.asks.has(condition.actor.isAsked);
  if ('time' in condition || isNegation(condition)) return true;
  return factCould(condition, possible);
}

// --- facts ---

const isNegation = (condition: object): condition is { not: Condition } => 'not' in condition && Object.keys(condition).length === 1;

/** A count with no lower end, and one that may be none, hold of nothing at all. */
const wantsOne = ({ count, every }: { count?: { min?: number; max?: number }; every?: Condition }): boolean =>
  count === undefined ? every === undefined : (count.min ?? 0) > 0;

function factCould(condition: Fact & Tests, possible: Possible): boolean {
  if ('case' in condition) return caseCould(condition, possible);
  if (present(condition, possible)) return true;
  if (condition.known === false) return true;
  // What is never missing has a value that stands for "none": waiting, none, false, 0.
  if ('clock' in condition) return true;
  if ('record' in condition && condition.show === undefined) return condition.is === false;
  if ('link' in condition) return condition.reads === undefined && condition.show !== 'ids' && accepts(condition, 0) && hasTest(condition);
  if ('ask' in condition && (condition.show ?? 'state') === 'state') return accepts(condition, 'none');
  if ('action' in condition && (condition.show ?? 'count') === 'count') return accepts(condition, 0) && hasTest(condition);
  return false;
}

/** A number that could be there: what is counted is never missing, it is none. */
const isNumber = (fact: Fact, possible: Possible): boolean =>
  present(fact, possible) || 'case' in fact || (('action' in fact || 'link' in fact) && (fact.show ?? 'count') === 'count' && !('reads' in fact));

function present(fact: Fact, possible: Possible): boolean {
  if ('field' in fact) return possible.fields.has(fact.field);
  if ('answer' in fact) return possible.answers.has(fact.answer);
  if ('record' in fact) return possible.records.has(fact.record);
  if ('ask' in fact) return possible.asks.has(fact.ask);
  if ('link' in fact) return possible.links.has(fact.link);
  return 'action' in fact ? possible.actions.has(fact.action) : false;
}

function caseCould(condition: Extract<Fact, { case: unknown }> & Tests, possible: Possible): boolean {
  if (condition.case === 'step') return [...possible.steps].some((step) => accepts(condition, step));
  return condition.case === 'kind' ? accepts(condition, possible.kind) : true;
}

const TESTS = ['is', 'not', 'in', 'min', 'max', 'above', 'below', 'has'] as const;
const hasTest = (tests: Tests): boolean => TESTS.some((test) => tests[test] !== undefined);

/** Does a known value pass the tests that compare it with literals? */
function accepts({ is, not, in: among, min, above }: Tests, value: Literal): boolean {
  if (typeof is !== 'object' && is !== undefined && is !== value) return false;
  if (typeof not !== 'object' && not !== undefined && not === value) return false;
  if (among !== undefined && !among.includes(value)) return false;
  return !(typeof min === 'number' && Number(value) < min) && !(typeof above === 'number' && Number(value) <= above);
}
