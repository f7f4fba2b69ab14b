import { type Method, type Words, wordsOf } from '@bihuan/core';
import type { Flow } from './wire/index.ts';

type Action = Method['actions'][string];
type Edge = Flow['edges'][number];

/** How an ending is called among the nodes: a step may have the same name. */
const endingNode = (name: string): string => `ending:${name}`;

/**
 * The flow of a kind, read off its actions: its steps in line, then the endings; which action leads from one to the other.
 * What can be done at any step (a withdrawal, a rung of a clock) is told apart, so that the picture stays readable.
 */
export function flowOf(method: Method, kindName: string): Flow {
  const kind = method.kinds[kindName]!;
  const edges: Edge[] = [];
  const anywhere: Flow['anywhere'] = [];
  for (const [name, action] of Object.entries(method.actions)) {
    if ((action.kinds !== undefined && !action.kinds.includes(kindName)) || action.opens !== undefined) continue;
    const label = wordsOf(action.label);
    const goals = (from: number): readonly string[] => goalsOf(action, kind.line, from, method);
    for (const step of action.from ?? []) {
      const at = kind.line.indexOf(step);
      if (at >= 0) for (const to of goals(at)) edges.push(edge(kind.line, step, to, name, label));
    }
    for (const ending of action.after ?? []) for (const to of goals(-1)) edges.push({ from: endingNode(ending), to, action: name, label, back: true });
    if (action.from === undefined && action.after === undefined) for (const to of goals(-1)) if (action.to !== 'next') anywhere.push({ to, action: name, label });
  }
  for (const [name, clock] of Object.entries(method.clocks ?? {})) {
    if (clock.kinds !== undefined && !clock.kinds.includes(kindName)) continue;
    for (const rung of Object.values(clock.ladder ?? {})) {
      for (const to of goalsOf(rung, kind.line, -1, method)) if (rung.to !== 'next') anywhere.push({ to, clock: name, label: wordsOf(clock.label) });
    }
  }
  const nodes: Flow['nodes'] = [
    ...kind.line.map((name) => ({ name, label: wordsOf(method.steps[name]?.label ?? name), ending: false })),
    ...Object.entries(method.endings).filter(([name]) => [...edges, ...anywhere].some(({ to }) => to === endingNode(name)))
      .map(([name, { label, outcome }]) => ({ name: endingNode(name), label: wordsOf(label), ending: true, outcome })),
  ];
  return { nodes, edges, anywhere, mermaid: mermaidOf(nodes, edges) };
}

const edge = (line: readonly string[], from: string, to: string, action: string, label: Words): Edge =>
  ({ from, to, action, label, ...(line.includes(to) && line.indexOf(to) <= line.indexOf(from) ? { back: true } : {}) });

/** Where an action leads: its ending, its step, or with `next` and `after` every step that may be the next: up to the first that no condition guards. */
function goalsOf({ ends, to }: Pick<Action, 'ends' | 'to'>, line: readonly string[], from: number, method: Method): readonly string[] {
  if (ends !== undefined) return [endingNode(ends)];
  if (to === undefined) return [];
  if (typeof to === 'string' && to !== 'next') return line.includes(to) ? [to] : [];
  const ahead = line.slice((typeof to === 'string' ? from : line.indexOf(to.after)) + 1);
  const certain = ahead.findIndex((name) => method.steps[name]?.when === undefined);
  return certain < 0 ? ahead : ahead.slice(0, certain + 1);
}

/** The same as Mermaid text, for documents. */
function mermaidOf(nodes: Flow['nodes'], edges: readonly Edge[]): string {
  const id = new Map(nodes.map(({ name }, i) => [name, `n${i + 1}`]));
  const quoted = (text: string) => text.replaceAll('"', '#quot;').replaceAll('|', '#124;');
  return [
    'flowchart TD',
    ...nodes.map(({ name, label, ending }) => `  ${id.get(name)}${ending ? `(["${quoted(label.zh)}"])` : `["${quoted(label.zh)}"]`}`),
    ...edges.map(({ from, to, label }) => `  ${id.get(from)} -->|"${quoted(label.zh)}"| ${id.get(to)}`),
  ].join('\n');
}
