/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldProps } from './field-props.ts';
import { said, texts } from './look.ts';
import { PhotoField } from './PhotoField.tsx';
import { PointField } from './PointField.tsx';
import type { FormInput } from './wire.ts';

const longestText = 2_000;

/** One input as the method's form asks for it. */
export function Field(props: FieldProps) {
  const { input, value, error, onChange } = props;
  const id = useId();
  const t = texts();
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const common = { id, 'aria-invalid': error !== undefined, 'aria-describedby': error === undefined ? undefined : `${id}-e`, required: !input.optional };
  const onText = (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value);
  const wrap = (inner: ComponentChildren, grouped = false) => {
    const label = `${said(input.label)}${input.optional ? t.optional : ''}`;
    return (
      <div class="field">
        {grouped ? <fieldset><legend>{label}</legend>{inner}</fieldset> : <><label for={id}>{label}</label>{inner}</>}
        {error !== undefined && <p class="error" id={`${id}-e`}>{error}</p>}
      </div>
    );
  };
  switch (input.kind) {
    case 'long-text': return wrap(<textarea {...common} rows={4} maxLength={longestText} value={text} onInput={onText} />);
    case 'number': return wrap(<input {...common} type="text" inputMode="decimal" value={text} onInput={(event) => onChange(event.currentTarget.value === '' ? '' : Number(event.currentTarget.value))} />);
    case 'date': return wrap(<input {...common} type="date" value={text} onInput={onText} />);
    case 'choice': return wrap(<Options id={id} many={false} input={input} chosen={text === '' ? [] : [text]} onChange={([one]) => onChange(one ?? '')} />, true);
    case 'choices': return wrap(<Options id={id} many input={input} chosen={Array.isArray(value) ? value as string[] : []} onChange={onChange} />, true);
    case 'yes-no': return wrap(
      <Options id={id} many={false} input={{ ...input, options: [{ name: 'yes', label: { zh: t.yes, en: t.yes } }, { name: 'no', label: { zh: t.no, en: t.no } }] }} chosen={value === undefined || value === '' ? [] : [value ? 'yes' : 'no']} onChange={([one]) => onChange(one === 'yes')} />, true);
    case 'point': return wrap(<PointField id={id} value={text} onChange={onChange} />);
    case 'files': return wrap(<PhotoField {...props} id={id} />);
    case 'names': return wrap(<input {...common} maxLength={200} value={Array.isArray(value) ? value.join('、') : ''} onInput={(event) => onChange(event.currentTarget.value.split(/[、,，]/).map((one) => one.trim()).filter(Boolean))} />);
    default: return wrap(<input {...common} type="text" maxLength={200} value={text} onInput={onText} />);
  }
}

interface OptionsProps {
  readonly id: string;
  readonly many: boolean;
  readonly input: FormInput;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Options({ id, many, input, chosen, onChange }: OptionsProps) {
  return (
    <div class="options">
      {(input.options ?? []).map(({ name, label }) => (
        <label key={name}>
          <input type={many ? 'checkbox' : 'radio'} name={id} checked={chosen.includes(name)} onChange={(event) => onChange(!many ? [name] : event.currentTarget.checked ? [...chosen, name] : chosen.filter((one) => one !== name))} />
          <span>{said(label)}</span>
        </label>
      ))}
    </div>
  );
}
