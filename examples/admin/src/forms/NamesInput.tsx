import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { FancyProps } from './fancy-props.ts';

/** Names of people that no directory knows: typed one after the other; what stands there when the field is left counts too. */
export function NamesInput({ label, required = false, error, hint, value, onChange }: FancyProps & { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const add = (names: readonly string[]) => onChange([...new Set(names.flatMap((name) => name.split(/[,，、;；\s]+/)).filter(Boolean))]);
  return (
    <Autocomplete
      multiple freeSolo options={[]} value={[...value]} inputValue={text} onInputChange={(_, next) => setText(next)}
      onChange={(_, names) => add(names)} onBlur={() => { if (text.trim()) { add([...value, text]); setText(''); } }}
      renderInput={(params) => <TextField {...params} label={label} required={required && value.length === 0} error={Boolean(error)} helperText={hint || translate('bihuan.form.namesHint')} />}
    />
  );
}
