import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLogoutIfAccessDenied, useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { refusalOf } from '../providers/problem.ts';
import { newSubmitKey } from '../providers/submit-key.ts';
import type { FormInput } from '../providers/wire.ts';
import { isSending } from './upload.ts';
import { type FormValues, missingIn, startingValues } from './form-values.ts';

export type Outcome = { readonly kind: 'lost' } | { readonly kind: 'refused'; readonly sentences: readonly string[]; readonly stale: boolean };

interface Submission<T> {
  readonly form: readonly FormInput[];
  /** Names beside the form's own inputs that a refusal may point at. */
  readonly alsoNamed?: readonly string[];
  readonly send: (values: FormValues, key: string) => Promise<T>;
  readonly done: (answer: T) => void;
}

/**
 * A form's values, and sending them. The key stays the same until there is an answer: what was lost on the way may be
 * sent again and acts once. After an answer the next attempt is a new command with a new key.
 */
export function useSubmit<T>({ form, alsoNamed = [], send, done }: Submission<T>) {
  const translate = useTranslate();
  const words = useWords();
  const queries = useQueryClient();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const [values, setValues] = useState<FormValues>(() => startingValues(form));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const key = useRef<{ readonly key: string; readonly of: string }>(undefined);

  const change = (name: string, value: unknown) => {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors(({ [name]: _gone, [name.replace('@', '')]: _its, ...rest }) => rest);
  };
  const submit = async () => {
    const missing = missingIn(form, values);
    if (missing.length > 0) {
      setErrors(Object.fromEntries(missing.map((name) => [name, translate('bihuan.report.needed')])));
      return;
    }
    const sending = Object.keys(values).filter((name) => Array.isArray(values[name]) && values[name].some(isSending));
    if (sending.length > 0) {
      setErrors(Object.fromEntries(sending.map((name) => [name, translate('bihuan.form.filesSending')])));
      return;
    }
    const contents = JSON.stringify(values);
    if (key.current?.of !== contents) key.current = { key: newSubmitKey(), of: contents };
    setBusy(true);
    setRefusal(undefined);
    try {
      const answer = await send(values, key.current.key);
      await queries.invalidateQueries();
      done(answer);
    } catch (error) {
      const read = refusalOf(error, [...form.map(({ name }) => name), ...alsoNamed], words);
      if (!read) { setRefusal({ kind: 'lost' }); return; }
      key.current = undefined;
      if (await logoutIfAccessDenied(error)) return;
      setErrors(read.fields);
      setRefusal({ kind: 'refused', sentences: read.sentences, stale: read.status === 409 });
      if (read.status === 409) await queries.invalidateQueries();
    } finally {
      setBusy(false);
    }
  };
  return { values, errors, refusal, busy, change, submit };
}
