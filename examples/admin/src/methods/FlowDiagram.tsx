import '@xyflow/react/dist/base.css';
import { Box } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { Background, Controls, type Edge, MarkerType, type Node, ReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { ExplainedStep, Flow } from '../providers/wire.ts';
import { FlowEdge, type FlowEdgeData } from './FlowEdge.tsx';
import { FlowNode } from './FlowNode.tsx';
import { layOutFlow, nodeSize } from './lay-out-flow.ts';

const nodeTypes = { step: FlowNode };
const edgeTypes = { action: FlowEdge };

interface FlowDiagramProps {
  readonly flow: Flow;
  readonly label: string;
  /** The node that a case stands at, and its line, where one is looked at. */
  readonly here?: string | undefined;
  readonly line?: readonly ExplainedStep[] | undefined;
}

/** The flow of a kind: steps and endings, with the actions on the arrows. To be looked at and moved about, not changed. */
export default function FlowDiagram({ flow, label, here, line }: FlowDiagramProps) {
  const translate = useTranslate();
  const words = useWords();
  const { palette } = useTheme();
  const { nodes, edges } = useMemo(() => {
    const placed = layOutFlow(flow, words);
    const anywhere = (name: string) => [...new Set((flow.anywhere ?? []).filter(({ to }) => to === name).map(({ label: by }) => words(by)))].join('、');
    const stateOf = new Map(line?.map(({ name, state }) => [name, state]));
    const nodes: Node[] = placed.nodes.map(({ name, x, y }) => {
      const node = flow.nodes.find((other) => other.name === name)!;
      return { id: name, type: 'step', position: { x, y }, ...nodeSize, data: { label: words(node.label), ending: node.ending, note: anywhere(name), state: name === here ? 'here' : stateOf.get(name) }, draggable: false, connectable: false, ariaLabel: words(node.label) };
    });
    const edges: Edge[] = placed.edges.map(({ key, from, to, labels, laneX, says }) => {
      const data: FlowEdgeData = { text: says === 'nothing' ? [] : labels.map(words), laneX, atStart: says === 'at-start' };
      return { id: key, source: from, target: to, type: 'action', focusable: false, data, markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: laneX === undefined ? palette.text.secondary : palette.warning.main } };
    });
    // The lanes lie outside all nodes: something must stand there for the view to take them in.
    nodes.push({ id: ' right', type: 'step', position: { x: placed.right + 40, y: 0 }, width: 1, height: 1, data: {}, style: { visibility: 'hidden' } });
    return { nodes, edges };
  }, [flow, words, here, line, palette]);
  return (
    <Box role="group" aria-label={translate('bihuan.method.diagram', { label })} sx={{ width: '100%', height: '100%', minHeight: '20rem', '& .react-flow__controls-button': { bgcolor: 'background.paper', color: 'text.primary', borderColor: 'divider' } }}>
      <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} fitView fitViewOptions={{ padding: 0.06 }} minZoom={0.2} maxZoom={1.6} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} proOptions={{ hideAttribution: true }} colorMode={palette.mode}>
        <Background gap={24} color={palette.divider} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </Box>
  );
}
