import type { Condition } from '../method/condition-schema.ts';
import type { Method } from '../method/method-schema.ts';
import { couldHold, type Possible } from './could-hold.ts';

/** Does a condition hold in every case of this life? True only when it certainly does: of the kind, of the steps, of what can never be. */
export function mustHold(condition: Condition, possible: Possible, method: Method, depth = 0): boolean {
  const must = (part: Condition): boolean => mustHold(part, possible, method, depth + 1);
  if (depth > 40) return false;
  if ('all' in condition) return condition.all.every(must);
  if ('any' in condition) return condition.any.some(must);
  if ('use' in condition) {
    const named = method.conditions?.[condition.use];
    return named !== undefined && must(named);
  }
  if ('not' in condition && Object.keys(condition).length === 1) return !couldHold((condition as { not: Condition }).not, possible, method);
  if (!('case' in condition) || !isPlain(condition)) return false;
  if (condition.case === 'kind') return couldHold(condition, possible, method);
  return condition.case === 'step' && [...possible.steps].every((step) => couldHold(condition, { ...possible, steps: new Set([step]) }, method));
}

/** Compared with written values only, so that what could hold of one value does. */
const isPlain = ({ case: _fact, ...tests }: { readonly case: string }): boolean => {
  const { is, not, in: _among, ...others } = tests as Readonly<Record<string, unknown>>;
  return Object.keys(tests).length > 0 && Object.keys(others).length === 0 && typeof is !== 'object' && typeof not !== 'object';
};
