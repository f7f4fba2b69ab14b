import { type Method, flowOf } from '@bihuan/core';
import { endingNode } from '../methods/flow-names.ts';
import type { Flow } from '../providers/wire.ts';

/** A flow as the diagram takes it. */
export function drawn(method: Method, kind: string): Flow {
  const { nodes, edges, anywhere } = flowOf(method, kind);
  const nameOf = (id: string): string => id.replace(/^step:/, '');
  return {
    nodes: nodes.map(({ id, name, label, type }) => ({ name: type === 'ending' ? endingNode(name) : nameOf(id), label, ending: type === 'ending' })),
    edges: edges.flatMap(({ from, to, label, by, back }) => ('action' in by ? [{ from: nameOf(from), to: nameOf(to), action: by.action, label, back }] : [])),
    anywhere: anywhere.map(({ to, label, by }) => ({ to: nameOf(to), label, ...('action' in by ? { action: by.action } : { clock: by.clock }) })),
    mermaid: '',
  };
}
