import { useTheme } from '@mui/material/styles';
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { nodeSize } from './lay-out-flow.ts';

export interface FlowEdgeData extends Record<string, unknown> {
  readonly text: readonly string[];
  /** Where the lane of what leads back runs; undefined for what leads onward. */
  readonly laneX: number | undefined;
  /** Its words stand right below where it starts: they hold for all arrows from there. */
  readonly atStart: boolean;
}

/** An arrow with the actions that take it. One that leads back runs in its lane at the right, dashed and in another colour. */
export function FlowEdge({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, markerEnd, data }: EdgeProps) {
  const { palette } = useTheme();
  const { text, laneX, atStart } = data as FlowEdgeData;
  const [path, midX, midY] = laneX === undefined
    ? getBezierPath({ sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition, curvature: 0.25 })
    : backPath(sourceX + nodeSize.width / 2, sourceY - nodeSize.height / 2 + 6, targetX + nodeSize.width / 2 + 2, targetY + nodeSize.height / 2 - 6, laneX);
  const [labelX, labelY] = atStart ? [sourceX, sourceY + 7 + text.length * 8.5] : [midX, midY];
  const color = laneX === undefined ? palette.text.secondary : palette.warning.main;
  return (
    <>
      <BaseEdge path={path} markerEnd={markerEnd ?? ''} style={{ stroke: color, strokeWidth: 1.4, ...(laneX === undefined ? {} : { strokeDasharray: '5 4' }) }} />
      {text.length > 0 && (
        <EdgeLabelRenderer>
          <div className="nopan" style={{ position: 'absolute', transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)`, background: palette.background.default, color: laneX === undefined ? palette.text.primary : palette.warning.main, fontSize: 13, lineHeight: '17px', padding: '0 3px', borderRadius: 3, whiteSpace: 'nowrap', textAlign: 'center' }}>
            {text.map((line) => <div key={line}>{line}</div>)}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

/** Out of one node's right side, along the lane, into the other's right side. */
function backPath(fromX: number, fromY: number, toX: number, toY: number, x: number): [string, number, number] {
  const r = 8;
  return [`M${fromX},${fromY} L${x - r},${fromY} Q${x},${fromY} ${x},${fromY - r} L${x},${toY + r} Q${x},${toY} ${x - r},${toY} L${toX},${toY}`, x, (fromY + toY) / 2];
}
