import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../cases/ActionDialog.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { CaseLine, ExplainedAction, Explanation } from '../providers/wire.ts';

export interface Move { readonly row: CaseLine; readonly explanation: Explanation; readonly actions: readonly ExplainedAction[]; readonly to: string }

/** The form of the action that leads to where the case was dropped; which one, where several do. */
export function MoveDialog({ move: { row, explanation, actions, to }, onClose }: { readonly move: Move; readonly onClose: () => void }) {
  const translate = useTranslate();
  const words = useWords();
  const title = useId();
  const [chosen, setChosen] = useState<ExplainedAction | undefined>(actions.length === 1 ? actions[0] : undefined);
  if (chosen) return <ActionDialog log={{ id: row.id, subject: false }} explanation={explanation} action={chosen} over={row.home} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={title}>
      <DialogTitle id={title}>{translate('bihuan.kanban.which', { id: row.id, to })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>{actions.map((action) => <Button key={action.name} variant="outlined" title={words(action.note)} onClick={() => setChosen(action)}>{words(action.label)}</Button>)}</DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}><Button color="inherit" onClick={onClose}>{translate('bihuan.form.cancel')}</Button></DialogActions>
    </Dialog>
  );
}
