import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatDuration, parseDuration } from '@bihuan/core';
import { useWords } from '../i18n/use-words.ts';
import type { Choice } from './edits.ts';

/** A word in Chinese and in English. */
export function WordsInput({ value, label, onChange }: { readonly value: unknown; readonly label: string; readonly onChange: (value: unknown) => void }) {
  const translate = useTranslate();
  const { zh = '', en } = typeof value === 'string' ? { zh: value } : (value ?? {}) as { zh?: string; en?: string };
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
      <TextField label={translate('bihuan.studio.edit.inChinese', { label })} value={zh} onChange={({ target }) => onChange({ zh: target.value, ...(en ? { en } : {}) })} />
      <TextField label={translate('bihuan.studio.edit.inEnglish', { label })} value={en ?? ''} onChange={({ target }) => onChange({ zh, ...(target.value ? { en: target.value } : {}) })} />
    </Box>
  );
}

export function ChoiceInput({ label, value, choices, onChange }: { readonly label: string; readonly value: string; readonly choices: readonly Choice[]; readonly onChange: (name: string) => void }) {
  const words = useWords();
  return (
    <TextField select label={label} value={choices.some(({ name }) => name === value) ? value : ''} onChange={({ target }) => onChange(target.value)}>
      {choices.map(({ name, label: word }) => <MenuItem key={name} value={name}>{words(word)}</MenuItem>)}
    </TextField>
  );
}

const units = ['minutes', 'hours', 'days', 'working-hours', 'working-days', 'weeks', 'months', 'years'] as const;

/** A length of time: a number and its unit. One that cannot be read is shown as it is written. */
export function DurationInput({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  const translate = useTranslate();
  const duration = parseDuration(value) ?? { amount: 0, unit: 'days' as const };
  const set = (amount: number, unit: string) => onChange(formatDuration({ amount, unit: unit as typeof duration.unit }, 'en'));
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(6.5rem, 1fr) minmax(0, 1fr)' }}>
      <TextField type="number" label={label} value={duration.amount || ''} onChange={({ target }) => set(Math.max(0, Math.trunc(Number(target.value))), duration.unit)} slotProps={{ htmlInput: { min: 1 } }} />
      <TextField select label={translate('bihuan.studio.edit.unitOf', { label })} value={duration.unit} onChange={({ target }) => set(duration.amount, target.value)}>
        {[...new Set([...units, duration.unit])].map((unit) => <MenuItem key={unit} value={unit}>{translate(`bihuan.studio.units.${unit}`)}</MenuItem>)}
      </TextField>
    </Box>
  );
}
