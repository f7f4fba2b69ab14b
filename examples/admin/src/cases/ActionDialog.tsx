import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { type FormEvent, useId } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import { FormFields } from '../forms/FormFields.tsx';
import { inputOf, momentOf } from '../forms/form-values.ts';
import { RefusalAlert } from '../forms/RefusalAlert.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { useWords } from '../i18n/use-words.ts';
import type { BihuanProvider, LogRef } from '../providers/data-provider.ts';
import type { ExplainedAction, Explanation } from '../providers/wire.ts';

interface ActionDialogProps {
  readonly log: LogRef;
  readonly explanation: Explanation;
  readonly action: ExplainedAction;
  readonly over: string;
  readonly onClose: () => void;
}

/** When it happened, among the form's values: no input can have this name. */
const happenedAt = '@happened';

/** An action's form. It closes when the server says that it is done; a refusal leaves everything as typed. */
export function ActionDialog({ log, explanation, action, over, onClose }: ActionDialogProps) {
  const translate = useTranslate();
  const words = useWords();
  const notify = useNotify();
  const title = useId();
  const provider = useDataProvider<BihuanProvider>();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const { values, errors, refusal, busy, change, submit } = useSubmit({
    form: action.form, alsoNamed: ['happened'],
    send: (input, key) => provider.act(log, action.name, {
      input: inputOf(action.form, input, explanation.at), ...(explanation.version > 0 ? { version: explanation.version } : {}),
      ...(input[happenedAt] ? { happened: momentOf(String(input[happenedAt]), explanation.at) } : {}),
    }, key),
    done: () => {
      notify('bihuan.form.done', { type: 'success', messageArgs: { label: words(action.label) } });
      onClose();
    },
  });
  const onSubmit = (event: FormEvent) => { event.preventDefault(); void submit(); };
  return (
    <Dialog open onClose={busy ? undefined : (_, reason) => { if (reason === 'escapeKeyDown' || action.form.length === 0) onClose(); }} fullWidth maxWidth="sm" fullScreen={narrow && action.form.length > 2} aria-labelledby={title}>
      <form onSubmit={onSubmit} noValidate style={{ display: 'contents' }}>
        <DialogTitle id={title}>{words(action.label)}</DialogTitle>
        <DialogContent sx={{ pt: '8px !important', display: 'flex', flexDirection: 'column', gap: 2 }}>
          {words(action.note) && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{words(action.note)}</Typography>}
          {action.ends && <Alert severity="info" variant="outlined" sx={{ py: 0 }}>{translate('bihuan.form.leadsToEnd')}</Alert>}
          {action.form.length === 0 ? <Typography variant="body2">{translate('bihuan.form.noInput')}</Typography> : <FormFields form={action.form} values={values} errors={errors} over={over} heading={words(action.label)} onChange={change} />}
          {explanation.backdate && (
            <TextField
              type="datetime-local" name={happenedAt} label={`${translate('bihuan.form.happened')}（${translate('bihuan.form.optional')}）`} value={String(values[happenedAt] ?? '')} slotProps={{ inputLabel: { shrink: true } }}
              error={Boolean(errors['happened'])} helperText={errors['happened'] ?? translate('bihuan.form.happenedHint', { limit: words(explanation.backdate) })} onChange={({ target }) => change(happenedAt, target.value)}
            />
          )}
          <RefusalAlert refusal={refusal} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button color="inherit" onClick={onClose} disabled={busy}>{translate('bihuan.form.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>{translate(busy ? 'bihuan.form.submitting' : 'bihuan.form.submit')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
