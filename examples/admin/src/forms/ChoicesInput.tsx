import { Checkbox, FormControl, FormControlLabel, FormGroup, FormHelperText, FormLabel } from '@mui/material';
import { useId } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { FormInput } from '../providers/wire.ts';
import type { FancyProps } from './fancy-props.ts';

interface ChoicesInputProps extends FancyProps {
  readonly options: NonNullable<FormInput['options']>;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Several of a few: all in sight, in the method's order. */
export function ChoicesInput({ label, required = false, error, hint, options, value, onChange }: ChoicesInputProps) {
  const words = useWords();
  const id = useId();
  const flip = (name: string, on: boolean) => onChange(options.map((option) => option.name).filter((other) => (other === name ? on : value.includes(other))));
  return (
    <FormControl component="fieldset" required={required} error={Boolean(error)} aria-labelledby={id}>
      <FormLabel component="legend" id={id} sx={{ fontSize: '0.875rem' }}>{label}</FormLabel>
      <FormGroup row>
        {options.map(({ name, label: option }) => (
          <FormControlLabel key={name} control={<Checkbox size="small" checked={value.includes(name)} onChange={(_, on) => flip(name, on)} />} label={words(option)} />
        ))}
      </FormGroup>
      {hint && <FormHelperText sx={{ mx: 0 }}>{hint}</FormHelperText>}
    </FormControl>
  );
}
