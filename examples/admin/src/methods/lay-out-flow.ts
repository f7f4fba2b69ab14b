import { Graph, layout } from '@dagrejs/dagre';
import type { Flow } from '../providers/wire.ts';

export interface Point { readonly x: number; readonly y: number }
export interface PlacedNode { readonly name: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface PlacedEdge { readonly key: string; readonly from: string; readonly to: string; readonly labels: Flow['edges'][number]['label'][]; readonly back: boolean; readonly lane: number }

export const nodeSize = { width: 148, height: 44 };

/**
 * Places the steps from left to right. Only what leads onward is laid out by dagre, which is told how wide the words on each arrow are;
 * what leads back is drawn below all nodes, each in a lane of its own, so that no loop crosses a word.
 */
export function layOutFlow(flow: Flow, inWords: (label: Flow['edges'][number]['label']) => string): { readonly nodes: PlacedNode[]; readonly edges: PlacedEdge[]; readonly bottom: number } {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 30, ranksep: 34, edgesep: 18, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  const order = new Map(flow.nodes.map(({ name }, i) => [name, i]));
  for (const { name } of flow.nodes) graph.setNode(name, { ...nodeSize });
  const edges = gather(flow, order);
  for (const edge of edges) {
    if (edge.back) continue;
    const longest = Math.max(...edge.labels.map((label) => textWidth(inWords(label))));
    graph.setEdge(edge.from, edge.to, { width: longest + 12, height: 18 * edge.labels.length + 4, labelpos: 'c' });
  }
  layout(graph);
  const nodes = flow.nodes.map(({ name }) => {
    const { x, y } = graph.node(name) as Point;
    return { name, x: x - nodeSize.width / 2, y: y - nodeSize.height / 2, ...nodeSize };
  });
  return { nodes, edges, bottom: Math.max(0, ...nodes.map(({ y, height }) => y + height)) };
}

/** One arrow for all actions between the same two nodes; what leads to an earlier node, or to the same, leads back. */
function gather(flow: Flow, order: ReadonlyMap<string, number>): PlacedEdge[] {
  const found = new Map<string, { key: string; from: string; to: string; labels: Flow['edges'][number]['label'][]; back: boolean }>();
  for (const { from, to, label, back } of flow.edges) {
    if (!order.has(from) || !order.has(to) || from === to) continue;
    const key = `${from}>${to}`;
    const edge = found.get(key) ?? { key, from, to, labels: [], back: back ?? order.get(to)! < order.get(from)! };
    if (!edge.labels.some(({ zh }) => zh === label.zh)) edge.labels.push(label);
    found.set(key, edge);
  }
  let lane = 0;
  return [...found.values()].map((edge) => ({ ...edge, lane: edge.back ? lane++ : 0 }));
}

/** About how wide a text is at 12 px: a Chinese character is a full square. */
export const textWidth = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? 12 : 6.6), 0);
