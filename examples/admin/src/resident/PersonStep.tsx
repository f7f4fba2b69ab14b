/** @jsxImportSource preact */
import type { Draft } from './drafts.ts';
import { texts } from './look.ts';

/** Whom to answer; on somebody's behalf (代办) that person, and who enters it. */
export function PersonStep({ needed, draft, onChange }: { readonly needed: boolean; readonly draft: Draft; readonly onChange: (some: Partial<Draft>) => void }) {
  const t = texts();
  const { behalf } = draft;
  const line = (name: 'name' | 'phone' | 'agentName' | 'agentPhone', label: string, phone = false) => {
    const others = behalf && !name.startsWith('agent');
    const common = { value: draft[name], onInput: (event: { readonly currentTarget: { readonly value: string } }) => onChange({ [name]: event.currentTarget.value }) };
    return (
      <label class="field"><span>{label}{needed && !name.startsWith('agent') ? '' : t.optional}</span>
        {phone ? <input type="tel" autocomplete={others ? 'off' : 'tel'} maxLength={30} {...common} /> : <input type="text" autocomplete={others ? 'off' : 'name'} maxLength={50} {...common} />}
      </label>
    );
  };
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
