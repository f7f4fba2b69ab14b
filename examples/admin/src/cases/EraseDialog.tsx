import { Alert, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, TextField } from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import { RefusalAlert } from '../forms/RefusalAlert.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import type { BihuanProvider, LogRef } from '../providers/data-provider.ts';
import type { FormInput } from '../providers/wire.ts';

const form: readonly FormInput[] = [{ name: 'because', label: { zh: '理由', en: 'Reason' }, kind: 'text', optional: false }];

/** Erasing cannot be undone: it takes a reason, and a word that this is understood. */
export function EraseDialog({ log, onClose, onErased }: { readonly log: LogRef; readonly onClose: () => void; readonly onErased: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const title = useId();
  const provider = useDataProvider<BihuanProvider>();
  const [understood, setUnderstood] = useState(false);
  const { values, errors, refusal, busy, change, submit } = useSubmit({
    form,
    send: ({ because }, key) => provider.erase(log, String(because), key),
    done: () => {
      notify('bihuan.personal.erasedNow', { type: 'success' });
      onErased();
      onClose();
    },
  });
  const onSubmit = (event: FormEvent) => { event.preventDefault(); void submit(); };
  return (
    <Dialog open onClose={busy ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <form onSubmit={onSubmit} noValidate>
        <DialogTitle id={title}>{translate('bihuan.personal.erase')}</DialogTitle>
        <DialogContent sx={{ pt: '8px !important', display: 'flex', flexDirection: 'column', gap: 2 }}>
          <Alert severity="warning" variant="outlined">{translate('bihuan.personal.eraseWhat')}</Alert>
          <TextField
            label={translate('bihuan.personal.because')} required value={String(values['because'] ?? '')} error={Boolean(errors['because'])} helperText={errors['because'] ?? translate('bihuan.personal.becauseHint')}
            slotProps={{ htmlInput: { maxLength: 500 } }} onChange={({ target }) => change('because', target.value)}
          />
          <FormControlLabel control={<Checkbox checked={understood} onChange={(_, on) => setUnderstood(on)} />} label={translate('bihuan.personal.understood')} />
          <RefusalAlert refusal={refusal} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button color="inherit" onClick={onClose} disabled={busy}>{translate('bihuan.form.cancel')}</Button>
          <Button type="submit" color="error" variant="contained" disabled={busy || !understood}>{translate('bihuan.personal.erase')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
