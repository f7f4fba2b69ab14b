import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { isFor, laterSteps } from './life.ts';

/** A step or an ending of a kind, as a diagram draws it. */
export interface FlowNode { readonly id: string; readonly name: string; readonly label: Words; readonly type: 'step' | 'ending'; readonly conditional: boolean; readonly inLine: boolean }

/** What leads from one to another: an action, or the end of a clock. */
export interface FlowEdge { readonly from: string; readonly to: string; readonly label: Words; readonly by: { readonly action: string } | { readonly clock: string; readonly rung: string }; readonly back: boolean }

export interface Flow { readonly kind: string; readonly label: Words; readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] }

type Effects = Pick<Method['actions'][string], 'to' | 'ends'>;

/** The flow of one kind as data for a diagram: its steps in order, its endings, and what leads from one to another. */
export function flowOf(method: Method, kind: string): Flow {
  const schema = method.kinds[kind];
  if (schema === undefined) return { kind, label: { zh: kind, en: kind }, nodes: [], edges: [] };
  const { line } = schema;
  const edges: FlowEdge[] = [];
  const add = (from: string, effects: Effects, label: Words, by: FlowEdge['by']): void => {
    for (const step of targets(method, kind, from, effects.to)) {
      if (stepId(step) !== from) edges.push({ from, to: stepId(step), label, by, back: from.startsWith('ending:') || (line.includes(step) && line.indexOf(step) < line.indexOf(from.slice('step:'.length))) });
    }
    if (effects.ends !== undefined) edges.push({ from, to: `ending:${effects.ends}`, label, by, back: false });
  };
  for (const [name, action] of Object.entries(method.actions)) {
    if (!isFor(action, kind) || (action.to === undefined && action.ends === undefined)) continue;
    const from = action.opens === undefined ? (action.from ?? (action.after === undefined ? line : [])) : line.slice(0, 1);
    for (const step of from) add(stepId(step), action, wordsOf(action.label), { action: name });
    for (const ending of action.after ?? []) add(`ending:${ending}`, action, wordsOf(action.label), { action: name });
  }
  for (const [clock, { label, ladder, kinds }] of Object.entries(method.clocks ?? {})) {
    if (kinds?.includes(kind) === false) continue;
    for (const [rung, effects] of Object.entries(ladder ?? {})) for (const step of line) add(stepId(step), effects, wordsOf(effects.label ?? label), { clock, rung });
  }
  return { kind, label: wordsOf(schema.label), nodes: nodesOf(method, line, edges), edges };
}

/** The flow of one kind as Mermaid text. */
export function flowText(method: Method, kind: string, language: 'zh' | 'en'): string {
  const { nodes, edges } = flowOf(method, kind);
  const ids = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const text = (words: Words): string => words[language].replace(/"/g, '#quot;');
  const shape = ({ label, type, conditional }: FlowNode): string => (type === 'ending' ? `(["${text(label)}"])` : conditional ? `{{"${text(label)}"}}` : `["${text(label)}"]`);
  const together = new Map<string, { readonly edge: FlowEdge; readonly labels: Set<string> }>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to}`;
    const same = together.get(key);
    if (same === undefined) together.set(key, { edge, labels: new Set([text(edge.label)]) });
    else same.labels.add(text(edge.label));
  }
  return [
    'flowchart TD',
    ...nodes.map((node) => `  ${ids.get(node.id)}${shape(node)}`),
    ...[...together.values()].map(({ edge, labels }) => `  ${ids.get(edge.from)} ${edge.back || 'clock' in edge.by ? '-.->' : '-->'}|"${[...labels].join(language === 'zh' ? '、' : ', ')}"| ${ids.get(edge.to)}`),
    '',
  ].join('\n');
}

const stepId = (step: string): string => `step:${step}`;

function targets(method: Method, kind: string, from: string, to: Effects['to']): readonly string[] {
  if (to === undefined) return [];
  if (typeof to === 'object') return laterSteps(method, kind, to.after);
  return to === 'next' ? (from.startsWith('step:') ? laterSteps(method, kind, from.slice('step:'.length)) : []) : [to];
}

/** The line in order, then steps beside it that are drawn, then the endings that are reached. */
function nodesOf(method: Method, line: readonly string[], edges: readonly FlowEdge[]): readonly FlowNode[] {
  const drawn = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const steps = [...line, ...Object.keys(method.steps).filter((step) => !line.includes(step) && drawn.has(stepId(step)))];
  return [
    ...steps.flatMap((name): FlowNode[] => {
      const step = method.steps[name];
      return step === undefined ? [] : [{ id: stepId(name), name, label: wordsOf(step.label), type: 'step', conditional: step.when !== undefined, inLine: line.includes(name) }];
    }),
    ...Object.entries(method.endings).flatMap(([name, ending]): FlowNode[] =>
      (drawn.has(`ending:${name}`) ? [{ id: `ending:${name}`, name, label: wordsOf(ending.label), type: 'ending', conditional: false, inLine: false }] : [])),
  ];
}
