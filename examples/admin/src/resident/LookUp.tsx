/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { Refused, ask } from './api.ts';
import { typedCode } from './code.ts';
import { take } from './drafts.ts';
import { said, texts } from './look.ts';
import type { IntakeProgress } from './wire.ts';

/** On another telephone: by number and code. What is found is kept here from then on. */
export function LookUp({ district, id: given = '' }: { readonly district: string; readonly id?: string }) {
  const t = texts();
  const [id, setId] = useState(given);
  const [code, setCode] = useState('');
  const [trouble, setTrouble] = useState('');
  const find = async () => {
    const secret = typedCode(code);
    try {
      const found = await ask<IntakeProgress>(district, `/intake/reports/${encodeURIComponent(id.trim())}`, { headers: { 'Report-Code': secret } });
      take({ district, id: found.id, code: secret, title: said(found.reported[0]?.text), unitLabel: found.unit.zh, at: found.opened });
      const target = `#/report/${encodeURIComponent(found.id)}`;
      if (location.hash === target) dispatchEvent(new HashChangeEvent('hashchange'));
      location.hash = target;
    } catch (error) {
      setTrouble(error instanceof Refused ? error.message : t.unreachable);
    }
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void find(); }}>
      <h2>{t.lookUp}</h2>
      <label class="field"><span>{t.number}</span><input value={id} maxLength={100} onInput={(event) => setId(event.currentTarget.value)} /></label>
      <label class="field"><span>{t.code}</span><input value={code} maxLength={60} autocapitalize="characters" autocomplete="off" onInput={(event) => setCode(event.currentTarget.value)} /></label>
      {trouble && <p class="alert" role="alert">{trouble}</p>}
      <div class="buttons"><button type="submit" disabled={id.trim() === '' || code.trim() === ''}>{t.lookUpButton}</button></div>
    </form>
  );
}
