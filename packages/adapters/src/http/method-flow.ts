import { type Method, flowOf as flowOfKind, flowText } from '@bihuan/core';
import type { Flow } from './wire/index.ts';

/** The flow of a kind as it goes over the wire: steps by their names, endings as `ending:NAME`, since a step may have the same name. */
export function flowOf(method: Method, kind: string): Flow {
  const { nodes, edges, anywhere } = flowOfKind(method, kind);
  return {
    nodes: nodes.map(({ id, name, label, type }) => ({
      name: wireName(id), label, ending: type === 'ending', ...(type === 'ending' && { outcome: method.endings[name]!.outcome }),
    })),
    edges: edges.flatMap(({ from, to, label, by, back }) => ('action' in by ? [{ from: wireName(from), to: wireName(to), action: by.action, label, ...(back && { back }) }] : [])),
    anywhere: anywhere.map(({ to, label, by }) => ({ to: wireName(to), label, ...('action' in by ? { action: by.action } : { clock: by.clock }) })),
    mermaid: flowText(method, kind, 'zh'),
  };
}

const wireName = (id: string): string => id.replace(/^step:/, '');
