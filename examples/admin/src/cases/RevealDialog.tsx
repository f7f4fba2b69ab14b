import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { type FormEvent, useId } from 'react';
import { useTranslate } from 'react-admin';
import { RefusalAlert } from '../forms/RefusalAlert.tsx';
import { useSubmit } from '../forms/use-submit.ts';

/** Says beforehand that it will be on record, and under whose name. */
export function RevealDialog({ reveal, onClose }: { readonly reveal: () => Promise<void>; readonly onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  const { refusal, busy, submit } = useSubmit({ form: [], send: reveal, done: onClose });
  const onSubmit = (event: FormEvent) => { event.preventDefault(); void submit(); };
  return (
    <Dialog open onClose={busy ? undefined : onClose} fullWidth maxWidth="xs" aria-labelledby={title}>
      <form onSubmit={onSubmit}>
        <DialogTitle id={title}>{translate('bihuan.personal.reveal')}</DialogTitle>
        <DialogContent>
          <Typography variant="body2">{translate('bihuan.personal.onRecord')}</Typography>
          <RefusalAlert refusal={refusal} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button color="inherit" onClick={onClose} disabled={busy}>{translate('bihuan.form.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>{translate('bihuan.personal.show')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
