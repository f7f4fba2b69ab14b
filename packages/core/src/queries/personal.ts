import type { Fact } from '../method/condition-schema.ts';
import type { Method } from '../method/method-schema.ts';
import type { Over } from '../method/query-schema.ts';

/** Does this fact give a personal value: a field that is declared so, of the case, of a record, or of a case that is linked? */
export const isPersonal = (method: Pick<Method, 'fields' | 'records'>, over: Over | undefined, fact: Fact): boolean => {
  if ('link' in fact) return fact.reads !== undefined && isPersonal(method, undefined, fact.reads);
  if ('record' in fact) return fact.show !== undefined && method.records?.[fact.record]?.fields?.[fact.show]?.personal === true;
  if (!('field' in fact)) return false;
  if (over !== undefined && 'records' in over) return method.records?.[over.records]?.fields?.[fact.field]?.personal === true;
  const own = over !== undefined && !('cases' in over) && !('each' in over);
  return !own && method.fields[fact.field]?.personal === true;
};
