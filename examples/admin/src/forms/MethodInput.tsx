import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { FormInput } from '../providers/wire.ts';
import { CaseInput } from './CaseInput.tsx';
import { ChoicesInput } from './ChoicesInput.tsx';
import { FilesInput } from './FilesInput.tsx';
import { NamesInput } from './NamesInput.tsx';
import { PostInput, PostsInput } from './PostInput.tsx';
import { UnitInput, UnitsInput } from './UnitInput.tsx';
import { YesNoInput } from './YesNoInput.tsx';

interface MethodInputProps {
  readonly input: FormInput;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly over: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** One input by its kind. What is wrong with it stands below it, in the server's words. */
export function MethodInput({ input, value, error, over, onChange }: MethodInputProps) {
  const translate = useTranslate();
  const words = useWords();
  const label = input.optional ? `${words(input.label)}（${translate('bihuan.form.optional')}）` : words(input.label);
  const hint = error ?? (words(input.note) || rangeOf(input, translate));
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const plain = {
    label, value: text, fullWidth: true, error: Boolean(error), required: !input.optional, name: input.name,
    ...(hint ? { helperText: hint } : {}),
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  const several = Array.isArray(value) ? (value as string[]) : [];
  const fancy = { label, required: !input.optional, error, hint };
  switch (input.kind) {
    case 'text': return <TextField {...plain} autoComplete="off" />;
    case 'long-text': return <TextField {...plain} multiline minRows={3} maxRows={10} />;
    case 'number': return <TextField {...plain} type="number" slotProps={{ htmlInput: { min: input.min, max: input.max, step: 'any' } }} />;
    case 'date': return <TextField {...plain} type="date" slotProps={{ inputLabel: { shrink: true } }} />;
    case 'moment': return <TextField {...plain} type="datetime-local" slotProps={{ inputLabel: { shrink: true } }} />;
    case 'yes-no': return <YesNoInput {...fancy} value={typeof value === 'boolean' ? value : undefined} onChange={onChange} />;
    case 'choice': return (
      <TextField {...plain} select>
        {input.options?.map(({ name, label: option }) => <MenuItem key={name} value={name}>{words(option)}</MenuItem>)}
      </TextField>
    );
    case 'choices': return <ChoicesInput {...fancy} options={input.options ?? []} value={several} onChange={onChange} />;
    case 'post': return <PostInput {...fancy} role={input.role} over={over} value={text} onChange={onChange} />;
    case 'unit': return <UnitInput {...fancy} level={input.level} value={text} onChange={onChange} />;
    case 'posts': return <PostsInput {...fancy} role={input.role} over={over} value={several} onChange={onChange} />;
    case 'units': return <UnitsInput {...fancy} level={input.level} value={several} onChange={onChange} />;
    case 'names': return <NamesInput {...fancy} value={several} onChange={onChange} />;
    case 'case': return <CaseInput {...fancy} kinds={input.kinds ?? []} value={text === '' ? [] : [text]} onChange={([id]) => onChange(id ?? '')} />;
    case 'cases': return <CaseInput {...fancy} several kinds={input.kinds ?? []} value={several} onChange={onChange} />;
    case 'files': return <FilesInput {...fancy} value={Array.isArray(value) ? (value as []) : []} onChange={onChange} />;
  }
}

function rangeOf({ kind, min, max }: FormInput, translate: (key: string, options: object) => string): string {
  if (kind !== 'number') return '';
  if (min !== undefined && max !== undefined) return translate('bihuan.form.between', { min, max });
  if (min !== undefined) return translate('bihuan.form.atLeast', { min });
  return max === undefined ? '' : translate('bihuan.form.atMost', { max });
}
