import type { CaseState } from '../case/messages.ts';
import { compileMethod } from '../case/rules.ts';
import type { Rules } from '../case/rules.ts';
import type { Method } from '../method/method-schema.ts';
import type { OpenInput } from './engine-types.ts';

/** The methods of an engine, compiled: an open case stays with its own version; a new one opens under the newest in force. */
export interface Rulebook {
  /** In the order in which the methods were given; of one method the newest version first. */
  readonly all: readonly Rules[];
  /** The version of each method under which new cases open then. */
  inForce(at: number): readonly Rules[];
  of(state: Pick<CaseState, 'method'>): Rules;
  forOpening(input: Pick<OpenInput, 'method' | 'kind' | 'source'>, at: number): Rules | undefined;
}

export const rulebook = (methods: readonly Method[]): Rulebook => {
  const ids = [...new Set(methods.map(({ id }) => id))];
  const place = ({ method }: Rules): number => ids.indexOf(method.id);
  const all = methods.map(compileMethod).sort((a, b) => place(a) - place(b) || newestFirst(a, b));
  const byVersion = new Map(all.map((rules) => [`${rules.method.id}@${rules.method.version}`, rules]));
  const inForce = (at: number): readonly Rules[] => {
    const started = all.filter((rules) => rules.method.from === undefined || rules.method.from <= rules.time.dayOf(at));
    return started.filter((rules, n) => started.findIndex(({ method }) => method.id === rules.method.id) === n);
  };
  return {
    all, inForce,
    of: ({ method }) => {
      const rules = byVersion.get(`${method.id}@${method.version}`);
      if (rules === undefined) throw new Error(`A case runs on method ${method.id}@${method.version}, which was not given to createEngine`);
      return rules;
    },
    forOpening: ({ method, source }, at) => {
      const open = inForce(at);
      const wanted = open.filter((rules) => (method === undefined ? Object.hasOwn(rules.method.sources, source) : rules.method.id === method));
      return (wanted.length > 0 || method !== undefined ? wanted : open).toSorted(newestFirst)[0];
    },
  };
};

const newestFirst = (a: Rules, b: Rules): number => {
  const [left, right] = [a, b].map((rules) => rules.method.version.split('.').map(Number));
  return (right![0]! - left![0]!) || (right![1]! - left![1]!) || (right![2]! - left![2]!);
};
