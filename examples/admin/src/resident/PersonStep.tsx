/** @jsxImportSource preact */
import type { Draft } from './drafts.ts';
import { texts } from './look.ts';

/** Whom to answer; on somebody's behalf (代办) that person, and who enters it. */
export function PersonStep({ needed, draft, onChange }: { readonly needed: boolean; readonly draft: Draft; readonly onChange: (some: Partial<Draft>) => void }) {
  const t = texts();
  const { behalf } = draft;
  const line = (name: 'name' | 'phone' | 'agentName' | 'agentPhone', label: string, phone = false) => (
    <label class="field"><span>{label}{needed && !name.startsWith('agent') ? '' : t.optional}</span>
      <input type={phone ? 'tel' : 'text'} inputMode={phone ? 'tel' : 'text'} autocomplete={behalf && !name.startsWith('agent') ? 'off' : phone ? 'tel' : 'name'} maxLength={phone ? 30 : 50} value={draft[name]} onInput={(event) => onChange({ [name]: event.currentTarget.value })} />
    </label>
  );
  return (
    <>
      <label class="check"><input type="checkbox" checked={behalf} onChange={(event) => onChange({ behalf: event.currentTarget.checked })} /><span>{t.behalf}</span></label>
      {line('name', behalf ? t.theirName : t.person)}
      {line('phone', behalf ? t.theirPhone : t.phone, true)}
      {behalf && line('agentName', t.agentName)}
      {behalf && line('agentPhone', t.agentPhone, true)}
    </>
  );
}
