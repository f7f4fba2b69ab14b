import { Box } from '@mui/material';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { useTranslate } from 'react-admin';

interface FlowNodeData { readonly label: string; readonly ending: boolean; readonly note?: string; readonly state?: 'done' | 'here' | 'ahead' | 'skipped' | undefined }

const looks = {
  here: { bgcolor: 'primary.main', color: 'primary.contrastText', borderColor: 'primary.main', fontWeight: 700 },
  done: { bgcolor: 'background.paper', color: 'text.primary', borderColor: 'primary.main' },
  ahead: { bgcolor: 'background.paper', color: 'text.primary', borderColor: 'text.secondary' },
  skipped: { bgcolor: 'background.paper', color: 'text.secondary', borderColor: 'divider', borderStyle: 'dashed' },
} as const;

/** A step, or an ending with round ends. */
export function FlowNode({ data }: NodeProps) {
  const translate = useTranslate();
  const { label, ending, note, state = 'ahead' } = data as unknown as FlowNodeData;
  return (
    <Box sx={{ width: '100%', height: '100%', display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', px: 1, border: 1.5, borderRadius: ending ? 5 : 1, fontSize: 14, lineHeight: 1.25, textAlign: 'center', ...looks[state] }}>
      <Handle type="target" position={Position.Top} style={{ opacity: 0 }} />
      {label}
      {state === 'here' && <Box component="span" sx={{ fontSize: 12, fontWeight: 400 }}>{translate('bihuan.method.you')}</Box>}
      {note && <Box component="span" sx={{ position: 'absolute', top: '100%', left: 0, right: 0, mt: '2px', fontSize: 12, fontWeight: 400, color: 'text.secondary' }}>{translate('bihuan.method.anywhere', { actions: note })}</Box>}
      <Handle type="source" position={Position.Bottom} style={{ opacity: 0 }} />
    </Box>
  );
}
