import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import VisibilityIcon from '@mui/icons-material/VisibilityOutlined';
import VisibilityOffIcon from '@mui/icons-material/VisibilityOffOutlined';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LogRef } from '../providers/data-provider.ts';
import type { Explanation } from '../providers/wire.ts';
import { EraseDialog } from './EraseDialog.tsx';
import { RevealDialog } from './RevealDialog.tsx';
import type { PersonalAccess } from './use-revealed.ts';

/** 查看个人信息, 删除个人信息: only for whom the engine says that they may, and only while there is any. */
export function PersonalData({ log, explanation, access }: { readonly log: LogRef; readonly explanation: Explanation; readonly access: PersonalAccess }) {
  const translate = useTranslate();
  const [open, setOpen] = useState<'reveal' | 'erase'>();
  const { held, mayReveal, shown } = explanation.personal;
  if (!held || !mayReveal) return null;
  const close = () => setOpen(undefined);
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, justifyContent: 'flex-end' }}>
      {shown
        ? <Button size="small" startIcon={<VisibilityOffIcon />} onClick={access.hide}>{translate('bihuan.personal.hide')}</Button>
        : <Button size="small" startIcon={<VisibilityIcon />} onClick={() => setOpen('reveal')}>{translate('bihuan.personal.reveal')}</Button>}
      <Button size="small" color="error" startIcon={<DeleteIcon />} onClick={() => setOpen('erase')}>{translate('bihuan.personal.erase')}</Button>
      {open === 'reveal' && <RevealDialog reveal={access.reveal} onClose={close} />}
      {open === 'erase' && <EraseDialog log={log} onClose={close} onErased={access.hide} />}
    </Box>
  );
}
