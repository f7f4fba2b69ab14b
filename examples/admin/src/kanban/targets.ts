import type { ExplainedAction, Explanation, Flow, Words } from '../providers/wire.ts';

/** The place at the end of the board, where cases end. */
export const endColumn = 'ending:';

/** What dropping a case on a column can mean: the allowed actions that lead there, or why there is none. */
export interface Target { readonly actions: readonly ExplainedAction[]; readonly reasons: readonly Words[] }

const columnOf = (node: string): string => (node.startsWith(endColumn) ? endColumn : node);

/** Of a case at its step: what each column means to it. The flow tells where actions lead, the engine which of them may be taken. */
export function targetsOf(explanation: Explanation, flow: Flow): ReadonlyMap<string, Target> {
  const { step, actions } = explanation;
  const leads = new Map<string, Set<string>>();
  const add = (node: string, action: string) => {
    const column = columnOf(node);
    leads.set(column, (leads.get(column) ?? new Set()).add(action));
  };
  for (const { from, to, action } of flow.edges) if (from === step.name) add(to, action);
  for (const { to, action } of flow.anywhere) if (action !== undefined) add(to, action);
  return new Map([...leads].map(([column, names]) => {
    const known = actions.filter(({ name }) => names.has(name));
    const refused = known.filter(({ allowed }) => !allowed).flatMap(({ issues }) => issues.map(({ zh, en }) => ({ zh, en })));
    return [column, { actions: known.filter(({ allowed }) => allowed), reasons: refused.filter(({ zh }, i) => refused.findIndex((other) => other.zh === zh) === i) }];
  }));
}
