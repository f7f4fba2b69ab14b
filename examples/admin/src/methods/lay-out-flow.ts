import { Graph, layout } from '@dagrejs/dagre';
import type { Flow, Words } from '../providers/wire.ts';

export interface PlacedNode { readonly name: string; readonly x: number; readonly y: number }

/** An arrow. `laneX` is where it runs at the right edge when it leads back. Of arrows that say the same from one place, or in one lane, the first speaks for all. */
export interface PlacedEdge { readonly key: string; readonly from: string; readonly to: string; readonly labels: readonly Words[]; readonly laneX: number | undefined; readonly says: 'beside' | 'at-start' | 'nothing' }

export const nodeSize = { width: 136, height: 46 };
const laneStep = 22;

interface Arrow { readonly key: string; readonly from: string; readonly to: string; readonly labels: Words[]; readonly back: boolean }

/**
 * Places the steps from top to bottom. Only what leads onward is laid out by dagre, which is told how much room the words on each
 * arrow take. What leads back runs at the right, one lane for each place it leads to by the same actions, so that no loop crosses a word.
 * What no arrow touches stands in a column at the left.
 */
export function layOutFlow(flow: Flow, inWords: (label: Words) => string): { readonly nodes: PlacedNode[]; readonly edges: PlacedEdge[]; readonly right: number } {
  const arrows = gather(flow);
  const touched = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 30, edgesep: 20 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { name } of flow.nodes) if (touched.has(name)) graph.setNode(name, { ...nodeSize });
  for (const { from, to, labels, back } of arrows) {
    if (!back) graph.setEdge(from, to, { width: Math.max(...labels.map((label) => textWidth(inWords(label)))) + 10, height: 17 * labels.length, labelpos: 'c' });
  }
  layout(graph);
  const placed = flow.nodes.filter(({ name }) => touched.has(name)).map(({ name }) => {
    const { x, y } = graph.node(name) as { x: number; y: number };
    return { name, x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 };
  });
  const left = Math.min(0, ...placed.map(({ x }) => x)) - nodeSize.width - 60;
  const apart = flow.nodes.filter(({ name }) => !touched.has(name)).map(({ name }, i) => ({ name, x: left, y: i * (nodeSize.height + 36) }));
  const edges = withLanes(arrows, Math.max(0, ...placed.map(({ x }) => x + nodeSize.width)), (label) => textWidth(inWords(label)));
  return { nodes: [...placed, ...apart], edges, right: Math.max(0, ...edges.map(({ laneX = 0 }) => laneX)) };
}

/** One arrow for all actions between the same two nodes; what leads to an earlier node leads back. */
function gather(flow: Flow): Arrow[] {
  const order = new Map(flow.nodes.map(({ name }, i) => [name, i]));
  const found = new Map<string, Arrow>();
  for (const { from, to, label, back } of flow.edges) {
    const [start, end] = [order.get(from), order.get(to)];
    if (start === undefined || end === undefined || from === to) continue;
    const key = `${from}>${to}`;
    const arrow = found.get(key) ?? { key, from, to, labels: [], back: back ?? end < start };
    if (!arrow.labels.some(({ zh }) => zh === label.zh)) arrow.labels.push(label);
    found.set(key, arrow);
  }
  return [...found.values()];
}

/** Each lane stands as far right of the one before as its words need. */
function withLanes(arrows: readonly Arrow[], right: number, widthOf: (label: Words) => number): PlacedEdge[] {
  const voiceOf = ({ from, to, labels, back }: Arrow) => `${back ? `back ${to}` : from} ${labels.map(({ zh }) => zh).join()}`;
  const lanes = new Map<string, number>();
  let x = right;
  for (const arrow of arrows) {
    if (!arrow.back || lanes.has(voiceOf(arrow))) continue;
    x += laneStep + Math.max(...arrow.labels.map(widthOf));
    lanes.set(voiceOf(arrow), x);
  }
  return arrows.map((arrow, i) => {
    const voice = voiceOf(arrow);
    const first = arrows.findIndex((other) => voiceOf(other) === voice) === i;
    const alone = arrows.filter((other) => voiceOf(other) === voice).length === 1;
    return { key: arrow.key, from: arrow.from, to: arrow.to, labels: arrow.labels, laneX: lanes.get(voice), says: !first ? 'nothing' : arrow.back || alone ? 'beside' : 'at-start' };
  });
}

/** About how wide a text is at 13 px: a Chinese character is a full square. */
const textWidth = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? 13 : 7.2), 0);
