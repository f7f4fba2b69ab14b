import type { CaseState } from '../case/messages.ts';
import { sourceless } from '../case/open-case.ts';
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
  /** The same, or nothing. */
  find(state: Pick<CaseState, 'method'>): Rules | undefined;
  /** For a new case, or a new entry of a register. */
  forOpening(input: Pick<OpenInput, 'method' | 'kind' | 'source' | 'action'>, at: number): Rules | undefined;
  /** The newest method that has something of this name in a section. */
  withSection(section: 'ledgers' | 'metrics' | 'boards' | 'norms', name: string): Rules | undefined;
  /** Inputs that take personal data, in whatever action or version. */
  readonly personalInputs: ReadonlySet<string>;
  /** The local day of a moment, where the first method is at home. */
  dayOf(at: number): string;
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
    personalInputs: new Set(all.flatMap((rules) => personalInputsOf(rules))),
    withSection: (section, name) => all.find(({ method }) => Object.hasOwn(method[section] ?? {}, name)),
    dayOf: (at) => all[0]!.time.dayOf(at),
    find: ({ method }) => byVersion.get(`${method.id}@${method.version}`),
    of: ({ method }) => {
      const rules = byVersion.get(`${method.id}@${method.version}`);
      if (rules === undefined) throw new Error(`A case runs on method ${method.id}@${method.version}, which was not given to createEngine`);
      return rules;
    },
    forOpening: ({ method, source, action, kind }, at) => {
      const open = inForce(at).filter((rules) => method === undefined || rules.method.id === method);
      const opened = open.find((rules) => sourceless(rules, kind ?? rules.actions.get(action ?? '')?.schema.opens));
      if (opened) return opened;
      const wanted = open.filter((rules) => (method !== undefined || source === undefined || Object.hasOwn(rules.method.sources, source)));
      return (wanted.length > 0 || method !== undefined ? wanted : open).toSorted(newestFirst)[0];
    },
  };
};

const personalInputsOf = ({ method, actions, openingInputs }: Rules): readonly string[] => [...actions.values()].flatMap((action) =>
  [action.inputs, ...(action.schema.opens === undefined ? [] : Object.keys(method.sources).map((source) => openingInputs(action, source)))].flat().filter(({ personal }) => personal).map(({ name }) => name));

const newestFirst = (a: Rules, b: Rules): number => {
  const [left, right] = [a, b].map((rules) => rules.method.version.split('.').map(Number));
  return (right![0]! - left![0]!) || (right![1]! - left![1]!) || (right![2]! - left![2]!);
};
