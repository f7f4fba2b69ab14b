import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { UnitInput } from '../forms/UnitInput.tsx';
import type { ListFilter } from '../providers/wire.ts';

interface FilterControlProps {
  readonly filter: ListFilter;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onChange: (changes: Readonly<Record<string, unknown>>) => void;
}

const wide = { minWidth: '9.5rem' };

/** One filter of the method, by its kind: choices as a list, days as a span, units from the tree, the rest as text. */
export function FilterControl({ filter, values, onChange }: FilterControlProps) {
  const translate = useTranslate();
  const words = useWords();
  const label = words(filter.label);
  const value = String(values[filter.by] ?? '');
  const options = filter.kind === 'yes-no'
    ? [{ name: 'true', text: translate('bihuan.form.yes') }, { name: 'false', text: translate('bihuan.form.no') }]
    : filter.options?.map((option) => ({ name: option.name, text: words(option.label) }));

  if (options) {
    return (
      <TextField select label={label} value={value} sx={wide} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        onChange={({ target }) => onChange({ [filter.by]: filter.kind === 'yes-no' && target.value ? target.value === 'true' : target.value })}
      >
        <MenuItem value="">{translate('bihuan.list.any')}</MenuItem>
        {options.map(({ name, text }) => <MenuItem key={name} value={name}>{text}</MenuItem>)}
      </TextField>
    );
  }
  if (filter.kind === 'unit') return <Box sx={{ minWidth: '14rem' }}><UnitInput label={label} value={value} onChange={(unit) => onChange({ [filter.by === 'home' ? 'within' : filter.by]: unit })} /></Box>;
  if (filter.kind === 'date' || filter.kind === 'moment') {
    return (
      <Box sx={{ display: 'flex', gap: 0.5 }}>
        {(['gte', 'lte'] as const).map((end) => (
          <TextField key={end} type="date" label={`${label} · ${translate(end === 'gte' ? 'bihuan.list.from' : 'bihuan.list.to')}`} sx={{ minWidth: '10rem' }} slotProps={{ inputLabel: { shrink: true } }}
            value={String(values[`${filter.by}_${end}`] ?? '').slice(0, 10)} onChange={({ target }) => onChange({ [`${filter.by}_${end}`]: target.value })} />
        ))}
      </Box>
    );
  }
  return <TextField label={label} defaultValue={String(values[`${filter.by}_like`] ?? '')} sx={wide} onBlur={({ target }) => onChange({ [`${filter.by}_like`]: target.value })} onKeyDown={(event) => { if (event.key === 'Enter') (event.target as HTMLElement).blur(); }} />;
}
