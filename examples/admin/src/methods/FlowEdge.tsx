import { useTheme } from '@mui/material/styles';
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { nodeSize } from './lay-out-flow.ts';

interface FlowEdgeData { readonly text: readonly string[]; readonly back: boolean; readonly bottom: number; readonly lane: number }

/** An arrow with the actions that take it. One that leads back runs below everything in its own lane, in another colour and dashed. */
export function FlowEdge({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, markerEnd, data }: EdgeProps) {
  const { palette } = useTheme();
  const { text, back, bottom, lane } = data as unknown as FlowEdgeData;
  const [path, labelX, labelY] = back
    ? backPath(sourceX - nodeSize.width / 2, sourceY + nodeSize.height / 2, targetX + nodeSize.width / 2, targetY + nodeSize.height / 2, bottom + 34 + lane * 34)
    : getBezierPath({ sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition, curvature: 0.3 });
  const color = back ? palette.warning.main : palette.text.secondary;
  return (
    <>
      <BaseEdge path={path} markerEnd={markerEnd ?? ''} style={{ stroke: color, strokeWidth: 1.4, ...(back ? { strokeDasharray: '5 4' } : {}) }} />
      <EdgeLabelRenderer>
        <div className="nopan" style={{ position: 'absolute', transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)`, background: palette.background.default, color: back ? palette.warning.main : palette.text.primary, fontSize: 12, lineHeight: '16px', padding: '0 4px', borderRadius: 3, whiteSpace: 'nowrap', textAlign: 'center' }}>
          {text.map((line) => <div key={line}>{line}</div>)}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

/** Down from one node, along a lane, up to the other. The ends stand a little apart, so that arrows of several lanes do not lie on each other. */
function backPath(fromX: number, fromY: number, toX: number, toY: number, y: number): [string, number, number] {
  const [x1, x2] = [fromX + 12, toX - 12];
  const r = 8;
  const side = x2 < x1 ? -1 : 1;
  return [`M${x1},${fromY} L${x1},${y - r} Q${x1},${y} ${x1 + side * r},${y} L${x2 - side * r},${y} Q${x2},${y} ${x2},${y - r} L${x2},${toY + 2}`, (x1 + x2) / 2, y];
}
