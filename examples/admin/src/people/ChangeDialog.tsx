import { Button, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, MenuItem, Switch, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { RefusalAlert } from '../forms/RefusalAlert.tsx';
import type { Outcome } from '../forms/use-submit.ts';
import { useWords } from '../i18n/use-words.ts';
import { office } from '../providers/office.ts';
import { refusalOf } from '../providers/problem.ts';

/** One input of a change: what it is called, and what it takes. */
export interface ChangeInput {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'password' | 'choice' | 'yes-no';
  readonly start?: string | boolean;
  readonly needed?: boolean;
  readonly hint?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** A change of the directory: where it is sent, and how its inputs become a body. */
export interface Change {
  readonly title: string;
  readonly hint?: string;
  readonly inputs: readonly ChangeInput[];
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: (values: Readonly<Record<string, string>>) => unknown;
}

type Values = Readonly<Record<string, string>>;
const starting = (inputs: readonly ChangeInput[]): Values => Object.fromEntries(inputs.map(({ name, start = '' }) => [name, String(start)]));

/** Asks for what a change needs and sends it; what is refused is said at its input. */
export function ChangeDialog({ change, onClose }: { readonly change: Change; readonly onClose: () => void }) {
  const translate = useTranslate();
  const words = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const [values, setValues] = useState<Values>(() => starting(change.inputs));
  const [errors, setErrors] = useState<Values>({});
  const [refusal, setRefusal] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = change.inputs.filter(({ name, needed }) => needed && !values[name]);
    if (missing.length > 0) { setErrors(Object.fromEntries(missing.map(({ name }) => [name, translate('bihuan.report.needed')]))); return; }
    setBusy(true);
    setRefusal(undefined);
    try {
      const people = await office.change(change.method, change.path, change.body(values));
      queries.setQueryData(['people'], people);
      await queries.invalidateQueries();
      notify('bihuan.people.done', { type: 'info', messageArgs: { label: change.title } });
      onClose();
    } catch (error) {
      const read = refusalOf(error, change.inputs.map(({ name }) => name), words);
      setErrors(read?.fields ?? {});
      setRefusal(read ? { kind: 'refused', sentences: read.sentences, stale: false } : { kind: 'lost' });
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" slotProps={{ paper: { component: 'form', onSubmit: (event: FormEvent) => void submit(event), noValidate: true } as object }}>
      <DialogTitle>{change.title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: '0.5rem !important' }}>
        {change.hint}
        {change.inputs.map((input) => (
          <ChangeField key={input.name} input={input} value={values[input.name] ?? ''} error={errors[input.name]} onChange={(value) => { setValues({ ...values, [input.name]: value }); setErrors(({ [input.name]: _gone, ...rest }) => rest); }} />
        ))}
        <RefusalAlert refusal={refusal} />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>{translate('bihuan.form.cancel')}</Button>
        <Button type="submit" variant="contained" disabled={busy}>{translate('bihuan.form.submit')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function ChangeField({ input: { label, kind, needed = false, hint, options = [] }, value, error, onChange }: { readonly input: ChangeInput; readonly value: string; readonly error: string | undefined; readonly onChange: (value: string) => void }) {
  if (kind === 'yes-no') return <FormControlLabel label={label} control={<Switch checked={value === 'true'} onChange={({ target }) => onChange(String(target.checked))} />} />;
  return (
    <TextField
      label={label} value={value} required={needed} error={error !== undefined} helperText={error ?? hint} onChange={({ target }) => onChange(target.value)} select={kind === 'choice'}
      type={kind === 'choice' ? 'text' : kind} autoComplete={kind === 'password' ? 'new-password' : 'off'} slotProps={kind === 'date' ? { inputLabel: { shrink: true } } : {}}
    >
      {kind === 'choice' && options.map((option) => <MenuItem key={option.value} value={option.value}>{option.label}</MenuItem>)}
    </TextField>
  );
}
