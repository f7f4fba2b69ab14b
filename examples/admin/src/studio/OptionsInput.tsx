import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { WordsInput } from './basic-inputs.tsx';
import { freeName } from './edits.ts';

/** The choices of a field, each with its words; the names behind them stay. */
export function OptionsInput({ label, value, onChange }: { readonly label: string; readonly value: unknown; readonly onChange: (value: unknown) => void }) {
  const translate = useTranslate();
  const options = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const without = (name: string) => Object.fromEntries(Object.entries(options).filter(([each]) => each !== name));
  return (
    <Box role="group" aria-label={label} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>{label}</Typography>
      {Object.entries(options).map(([name, words], i) => (
        <Box key={name} sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center' }}>
          <WordsInput label={`${label} ${i + 1}`} value={words} onChange={(next) => onChange({ ...options, [name]: next })} />
          <Button size="small" color="inherit" onClick={() => onChange(without(name))} aria-label={translate('bihuan.studio.edit.removeOf', { label: `${label} ${i + 1}` })}>{translate('bihuan.studio.edit.remove')}</Button>
        </Box>
      ))}
      <Box><Button size="small" onClick={() => onChange({ ...options, [freeName('option', options)]: { zh: translate('bihuan.studio.edit.newOption') } })}>{translate('bihuan.studio.edit.addOption')}</Button></Box>
    </Box>
  );
}
