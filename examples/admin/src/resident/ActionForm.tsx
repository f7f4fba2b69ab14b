/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { Refused, ask } from './api.ts';
import { newCode } from './code.ts';
import { Field } from './Field.tsx';
import { fill } from './fill.ts';
import { said, texts } from './look.ts';
import { isEmpty } from './report-of.ts';
import type { IntakeProgress } from './wire.ts';

interface ActionFormProps {
  readonly district: string;
  readonly id: string;
  readonly code: string;
  readonly action: IntakeProgress['actions'][number];
  readonly onDone: (after: IntakeProgress, label: string) => void;
  readonly onCancel: () => void;
}

/** What the reporter may do: rate, withdraw. Under one key however often it is sent, until it is refused. */
export function ActionForm({ district, id, code, action, onDone, onCancel }: ActionFormProps) {
  const t = texts();
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({});
  const [key, setKey] = useState(newCode);
  const [trouble, setTrouble] = useState<{ readonly why: string; readonly errors: Readonly<Record<string, string>> }>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const empty = action.form.find(({ name, optional }) => !optional && isEmpty(values[name]));
    if (empty) return setTrouble({ why: fill(t.required, { label: said(empty.label) }), errors: {} });
    setBusy(true);
    try {
      const input = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
      const after = await ask<IntakeProgress>(district, `/intake/reports/${encodeURIComponent(id)}/actions/${encodeURIComponent(action.name)}`, { body: { input }, headers: { 'Report-Code': code, 'Idempotency-Key': key } });
      onDone(after, fill(t.doneAct, { label: said(action.label) }));
    } catch (error) {
      if (error instanceof Refused) setKey(newCode());
      setTrouble(error instanceof Refused ? { why: error.message, errors: error.errors } : { why: t.unreachable, errors: {} });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      {action.form.map((input) => <Field key={input.name} district={district} unit="" input={input} value={values[input.name]} error={trouble?.errors[input.name]} onChange={(value) => setValues((before) => ({ ...before, [input.name]: value }))} />)}
      {trouble && <p class="alert" role="alert">{trouble.why}</p>}
      <div class="buttons"><button type="submit" disabled={busy}>{busy ? t.sending : `${t.submit} · ${said(action.label)}`}</button><button type="button" class="quiet" disabled={busy} onClick={onCancel}>{t.cancel}</button></div>
    </form>
  );
}
