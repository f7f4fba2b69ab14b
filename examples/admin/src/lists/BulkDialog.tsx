import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { FormFields } from '../forms/FormFields.tsx';
import { type FormValues, inputOf, missingIn, startingValues } from '../forms/form-values.ts';
import { useWords } from '../i18n/use-words.ts';
import { Failed, Loading } from '../layout/states.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import { refusalOf } from '../providers/problem.ts';
import { newSubmitKey } from '../providers/submit-key.ts';
import type { Explanation } from '../providers/wire.ts';
import { BulkResults, type RowResult } from './BulkResults.tsx';
import { type SharedAction, inputFor, sharedActions } from './bulk.ts';

/** Several cases, one action, one form: each case is a command of its own with its own key, and says for itself whether it was done. */
export function BulkDialog({ ids, onClose, onDone }: { readonly ids: readonly string[]; readonly onClose: () => void; readonly onDone: () => void }) {
  const translate = useTranslate();
  const words = useWords();
  const title = useId();
  const provider = useDataProvider<BihuanProvider>();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<SharedAction>();
  const [values, setValues] = useState<FormValues>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [results, setResults] = useState<readonly RowResult[]>([]);
  const [busy, setBusy] = useState(false);
  // A row that got no answer is sent again under the same key, so that it is not done twice.
  const keys = useRef(new Map<string, string>());
  const { data: cases, error, refetch } = useQuery({ queryKey: ['bulk', ...ids], queryFn: () => inStretches(ids, (id) => provider.explain({ id, subject: false })), gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false });
  const shared = cases ? sharedActions(cases) : [];
  const choose = (name: string) => {
    const next = shared.find(({ action }) => action.name === name);
    setChosen(next);
    setValues(next ? startingValues(next.form) : {});
    setErrors({});
  };

  const one = async (explanation: Explanation, filled: Readonly<Record<string, unknown>>): Promise<RowResult> => {
    const { id } = explanation;
    const action = explanation.actions.find(({ name }) => name === chosen?.action.name);
    if (!action?.allowed) return { id, state: 'refused', sentences: [...new Set((action?.issues ?? []).map(words))] };
    const key = keys.current.get(id) ?? newSubmitKey();
    keys.current.set(id, key);
    try {
      await provider.act({ id, subject: false }, action.name, { input: inputFor(action, filled), version: explanation.version }, key);
      return { id, state: 'done', sentences: [] };
    } catch (failure) {
      const read = refusalOf(failure, [], words);
      if (read) keys.current.delete(id);
      return read ? { id, state: 'refused', sentences: [...read.sentences, ...Object.values(read.fields)] } : { id, state: 'lost', sentences: [translate('bihuan.form.lost')] };
    }
  };
  const submit = async () => {
    if (!chosen || !cases) return;
    const missing = missingIn(chosen.form, values);
    if (missing.length > 0) { setErrors(Object.fromEntries(missing.map((name) => [name, translate('bihuan.report.needed')]))); return; }
    const filled = inputOf(chosen.form, values, cases[0]!.at);
    setBusy(true);
    const done = new Map(results.map((result) => [result.id, result]));
    for (const explanation of cases) {
      if (done.get(explanation.id)?.state === 'done') continue;
      done.set(explanation.id, await one(explanation, filled));
      setResults([...done.values()]);
    }
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'bulk' });
    setBusy(false);
  };
  const onSubmit = (event: FormEvent) => { event.preventDefault(); void submit(); };
  const finished = results.length > 0 && !busy;
  const lost = results.some(({ state }) => state === 'lost');
  return (
    <Dialog open onClose={busy ? undefined : (_, reason) => { if (reason === 'escapeKeyDown') (finished ? onDone : onClose)(); }} fullWidth maxWidth="sm" aria-labelledby={title}>
      <form onSubmit={onSubmit} noValidate style={{ display: 'contents' }}>
        <DialogTitle id={title}>{translate('bihuan.bulk.of', { count: ids.length })}</DialogTitle>
        <DialogContent sx={{ pt: '8px !important', display: 'flex', flexDirection: 'column', gap: 2 }}>
          {error ? <Failed error={error} onRetry={() => void refetch()} /> : !cases ? <Loading lines={4} /> : results.length > 0 ? <BulkResults results={results} of={ids.length} /> : (
            <>
              {shared.length === 0 ? <Alert severity="info" variant="outlined">{translate('bihuan.bulk.nothing')}</Alert> : (
                <TextField select label={translate('bihuan.bulk.action')} value={chosen?.action.name ?? ''} onChange={({ target }) => choose(target.value)}>
                  {shared.map(({ action, cases: able }) => <MenuItem key={action.name} value={action.name}>{translate('bihuan.bulk.able', { label: words(action.label), able: able.length, count: ids.length })}</MenuItem>)}
                </TextField>
              )}
              {chosen && chosen.cases.length < ids.length && <Alert severity="warning" variant="outlined">{translate('bihuan.bulk.some', { count: ids.length - chosen.cases.length })}</Alert>}
              {chosen?.action.ends && <Alert severity="info" variant="outlined" sx={{ py: 0 }}>{translate('bihuan.form.leadsToEnd')}</Alert>}
              {chosen && (chosen.form.length === 0 ? <Typography variant="body2">{translate('bihuan.form.noInput')}</Typography>
                : <Box key={chosen.action.name}><FormFields form={chosen.form} values={values} errors={errors} over={undefined} heading={words(chosen.action.label)} onChange={(name, value) => { setValues((before) => ({ ...before, [name]: value })); setErrors(({ [name]: _gone, ...rest }) => rest); }} /></Box>)}
            </>
          )}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          {finished && !lost ? <Button variant="contained" onClick={onDone}>{translate('bihuan.bulk.close')}</Button> : (
            <>
              <Button color="inherit" onClick={finished ? onDone : onClose} disabled={busy}>{translate('bihuan.form.cancel')}</Button>
              <Button type="submit" variant="contained" disabled={busy || !chosen}>{translate(busy ? 'bihuan.form.submitting' : lost ? 'bihuan.state.retry' : 'bihuan.form.submit')}</Button>
            </>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}

const atOnce = 6;

/** Not all at once: a list may be long. */
async function inStretches<T>(ids: readonly string[], ask: (id: string) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += atOnce) found.push(...await Promise.all(ids.slice(from, from + atOnce).map(ask)));
  return found;
}
