import { FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { FancyProps } from './fancy-props.ts';

/** Yes or no, or not answered yet: a switch could not tell the last two apart. */
export function YesNoInput({ label, required = false, error, hint, value, onChange }: FancyProps & { readonly value: boolean | undefined; readonly onChange: (value: boolean) => void }) {
  const translate = useTranslate();
  const id = useId();
  return (
    <FormControl required={required} error={Boolean(error)}>
      <FormLabel id={id} sx={{ fontSize: '0.875rem' }}>{label}</FormLabel>
      <RadioGroup row aria-labelledby={id} value={value === undefined ? '' : String(value)} onChange={(_, next) => onChange(next === 'true')}>
        <FormControlLabel value="true" control={<Radio size="small" />} label={translate('bihuan.form.yes')} />
        <FormControlLabel value="false" control={<Radio size="small" />} label={translate('bihuan.form.no')} />
      </RadioGroup>
      {hint && <FormHelperText sx={{ mx: 0 }}>{hint}</FormHelperText>}
    </FormControl>
  );
}
