import type { Words } from '../issues/issue.ts';
import type { Condition } from '../method/condition-schema.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { isFor, laterSteps, lifeOf } from './life.ts';
import { kindsOf } from './refer-links.ts';

/** A step or an ending of a kind, or another kind whose cases are opened from it or open it, as a diagram draws it. */
export interface FlowNode { readonly id: string; readonly name: string; readonly label: Words; readonly type: 'step' | 'ending' | 'kind'; readonly conditional: boolean; readonly inLine: boolean }

/** What leads from one to another: an action, or the end of a clock. */
export interface FlowEdge { readonly from: string; readonly to: string; readonly label: Words; readonly by: { readonly action: string } | { readonly clock: string; readonly rung: string }; readonly back: boolean }

/** What can happen at any step: told apart, so that the picture stays readable. */
export type FlowAnywhere = Omit<FlowEdge, 'from' | 'back'>;

export interface Flow { readonly kind: string; readonly label: Words; readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[]; readonly anywhere: readonly FlowAnywhere[] }

type Action = Method['actions'][string];
type Effects = Pick<Action, 'to' | 'ends'>;

/** The flow of one kind as data for a diagram: its steps in order, its endings, and what leads from one to another. */
export function flowOf(method: Method, kind: string): Flow {
  const schema = method.kinds[kind];
  if (schema === undefined) return { kind, label: { zh: kind, en: kind }, nodes: [], edges: [], anywhere: [] };
  const { line } = schema;
  const reached = lifeOf(method, kind).whole.steps;
  const edges: FlowEdge[] = [];
  const anywhere: FlowAnywhere[] = [];
  for (const [name, action] of Object.entries(method.actions)) {
    if (!isFor(action, kind, method) || (action.to === undefined && action.ends === undefined)) continue;
    const [label, by] = [wordsOf(action.label), { action: name }];
    const from = action.opens === undefined ? (action.from ?? []).filter((step) => reached.has(step)) : line.slice(0, 1);
    if (action.from !== undefined && from.length === 0 && action.after === undefined) continue;
    for (const step of from) for (const to of goals(method, kind, step, action)) if (to !== stepId(step)) edges.push({ from: stepId(step), to, label, by, back: isBack(line, step, to) });
    for (const ending of action.after ?? []) for (const to of goals(method, kind, undefined, action)) edges.push({ from: `ending:${ending}`, to, label, by, back: true });
    if (from.length === 0 && action.after === undefined) for (const to of goals(method, kind, undefined, action)) anywhere.push({ to, label, by });
  }
  edges.push(...spawnsOf(method, kind).filter(({ from }) => !from.startsWith('step:') || reached.has(from.slice('step:'.length))));
  for (const [clock, { label, ladder, kinds }] of Object.entries(method.clocks ?? {})) {
    if (kinds?.includes(kind) === false) continue;
    for (const [rung, effects] of Object.entries(ladder ?? {})) {
      for (const to of goals(method, kind, undefined, effects)) anywhere.push({ to, label: wordsOf(effects.label ?? label), by: { clock, rung } });
    }
  }
  return { kind, label: wordsOf(schema.label), nodes: nodesOf(method, line, [...edges, ...anywhere.map((each) => ({ ...each, from: each.to }))]), edges, anywhere };
}

/** The flow of one kind as Mermaid text. */
export function flowText(method: Method, kind: string, language: 'zh' | 'en'): string {
  const { nodes, edges, anywhere } = flowOf(method, kind);
  const ids = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const text = (words: Words): string => words[language].replace(/"/g, '#quot;');
  const shape = ({ label, type, conditional }: FlowNode): string => (type === 'kind' ? `[["${text(label)}"]]` : type === 'ending' ? `(["${text(label)}"])` : conditional ? `{{"${text(label)}"}}` : `["${text(label)}"]`);
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
    ...anywhere.map(({ to, label }, i) => `  any${i}(("${language === 'zh' ? '任何环节' : 'any step'}")) -.->|"${text(label)}"| ${ids.get(to)}`),
    ...[...together.values()].map(({ edge, labels }) => `  ${ids.get(edge.from)} ${edge.back || 'clock' in edge.by ? '-.->' : '-->'}|"${[...labels].join(language === 'zh' ? '、' : ', ')}"| ${ids.get(edge.to)}`),
    '',
  ].join('\n');
}

/** Cases that are opened from this kind, and those of other kinds or subjects that open this one: by the action that does it. */
function spawnsOf(method: Method, kind: string): readonly FlowEdge[] {
  const first = method.kinds[kind]?.line[0];
  return Object.entries(method.actions).flatMap(([name, action]) => {
    const opened = Object.keys(action.spawns ?? {}).flatMap((opening) => method.actions[opening]?.opens ?? []);
    const edge = (from: string, to: string): FlowEdge => ({ from, to, label: wordsOf(action.label), by: { action: name }, back: false });
    const here = isFor(action, kind, method) ? action.from ?? (action.opens === undefined ? [] : first ?? []) : [];
    return [
      ...[here].flat().flatMap((step) => opened.filter((other) => other !== kind).map((other) => edge(stepId(step), kindId(other)))),
      ...(opened.includes(kind) && first !== undefined ? kindsOf(action, method).filter((other) => other !== kind).map((other) => edge(kindId(other), stepId(first))) : []),
    ];
  });
}

const kindId = (kind: string): string => `kind:${kind}`;
const stepId = (step: string): string => `step:${step}`;

/** A way back: to an earlier step. What leads to the step after another is drawn as a way back to that other, from where the line goes on. */
const isBack = (line: readonly string[], from: string, to: string): boolean => {
  const place = line.indexOf(to.replace('step:', ''));
  return to.startsWith('step:') && place >= 0 && place < line.indexOf(from);
};

/** Where an action leads from a step, as ids of nodes. Without a step (any step, an ending): only what does not depend on it. */
function goals(method: Method, kind: string, from: string | undefined, { to, ends, ...action }: Effects & Partial<Pick<Action, 'answers'>>): readonly string[] {
  const ending = ends === undefined ? [] : [`ending:${ends}`];
  if (to === undefined) return ending;
  if (typeof to === 'object') return [stepId(to.after), ...ending];
  if (to !== 'next') return [stepId(to), ...ending];
  return [...(from === undefined ? [] : likelyNext(method, kind, from, action.answers ?? {}).map(stepId)), ...ending];
}

/**
 * The steps to which `next` can lead: up to the first that always applies, without those that cannot be the first. Two steps whose
 * conditions ask for different answers of one classification do not follow each other; of two with the same condition the first comes
 * first; and what comes after steps for every answer is not reached past them.
 */
function likelyNext(method: Method, kind: string, from: string, answers: object): readonly string[] {
  const guard = (step: string): AnswerGuard | undefined => answerGuard(method, method.steps[step]?.when);
  const here = guard(from);
  const reached: string[] = [];
  const taken = new Map<string, Set<string>>();
  for (const step of laterSteps(method, kind, from)) {
    const asks = guard(step);
    const settled = asks && here && here.answer === asks.answer && !(asks.answer in answers);
    if (settled && here.is !== asks.is) continue;
    if (asks && taken.get(asks.answer)?.has(asks.is)) continue;
    if (asks === undefined && method.steps[step]?.when === undefined && [...taken].some(([answer, values]) => isAll(method, answer, values))) continue;
    reached.push(step);
    if (settled) break;
    if (asks) taken.set(asks.answer, (taken.get(asks.answer) ?? new Set()).add(asks.is));
  }
  return reached;
}

interface AnswerGuard { readonly answer: string; readonly is: string }

const answerGuard = (method: Method, when: Condition | undefined): AnswerGuard | undefined => {
  const asked = when !== undefined && 'use' in when ? method.conditions?.[when.use] : when;
  return asked !== undefined && 'answer' in asked && typeof asked.is === 'string' && asked.output === undefined ? { answer: asked.answer, is: asked.is } : undefined;
};

const isAll = (method: Method, classification: string, values: ReadonlySet<string>): boolean =>
  Object.keys(method.classifications?.[classification]?.answers ?? {}).every((answer) => values.has(answer));

/** The line in order, then steps beside it that are drawn, then the endings that are reached. */
function nodesOf(method: Method, line: readonly string[], edges: readonly Pick<FlowEdge, 'from' | 'to'>[]): readonly FlowNode[] {
  const drawn = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const steps = [...line, ...Object.keys(method.steps).filter((step) => !line.includes(step) && drawn.has(stepId(step)))];
  return [
    ...steps.flatMap((name): FlowNode[] => {
      const step = method.steps[name];
      return step === undefined ? [] : [{ id: stepId(name), name, label: wordsOf(step.label), type: 'step', conditional: step.when !== undefined, inLine: line.includes(name) }];
    }),
    ...[...Object.entries(method.kinds), ...Object.entries(method.subjects ?? {})].flatMap(([name, { label }]): FlowNode[] =>
      (drawn.has(kindId(name)) ? [{ id: kindId(name), name, label: wordsOf(label), type: 'kind', conditional: false, inLine: false }] : [])),
    ...Object.entries(method.endings).flatMap(([name, ending]): FlowNode[] =>
      (drawn.has(`ending:${name}`) ? [{ id: `ending:${name}`, name, label: wordsOf(ending.label), type: 'ending', conditional: false, inLine: false }] : [])),
  ];
}
