import CloseIcon from '@mui/icons-material/Close';
import { Dialog, DialogContent, DialogTitle, IconButton } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ExplainedStep } from '../providers/wire.ts';
import { Empty } from '../layout/states.tsx';
import FlowDiagram from './FlowDiagram.tsx';
import { useMethod } from './use-method.ts';

/** The whole flow of a case's kind over the page, with the case's place in it. */
export default function FlowDialog({ kind, here, line, onClose }: { readonly kind: string; readonly here: string; readonly line: readonly ExplainedStep[]; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { method } = useMethod();
  const flow = method?.flow[kind];
  return (
    <Dialog open onClose={onClose} fullScreen aria-labelledby="flow-title">
      <DialogTitle id="flow-title" sx={{ display: 'flex', alignItems: 'center', py: 1 }}>
        {translate('bihuan.method.flow')}
        <IconButton onClick={onClose} aria-label={translate('bihuan.method.close')} sx={{ ml: 'auto' }}><CloseIcon /></IconButton>
      </DialogTitle>
      <DialogContent dividers sx={{ p: 0, bgcolor: 'background.default' }}>{flow ? <FlowDiagram flow={flow} label={kind} here={here} line={line} /> : <Empty>{translate('bihuan.state.empty')}</Empty>}</DialogContent>
    </Dialog>
  );
}
