import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { NormKind } from '../providers/wire.ts';
import { periodsBack } from '../time/norm-periods.ts';
import { usePeriodWords } from '../time/use-period-words.ts';

interface NormPeriodInputProps { readonly kind: NormKind['period']; readonly value: string; readonly today: string; readonly onChange: (period: string) => void }

/** Which period of a norm: a day or month is picked from the calendar, a longer one from a list; what holds at any moment has none. */
export function NormPeriodInput({ kind, value, today, onChange }: NormPeriodInputProps) {
  const label = useTranslate()('bihuan.period.which');
  const periodWords = usePeriodWords();
  if (kind === 'any') return null;
  if (kind === 'day' || kind === 'days' || kind === 'month') {
    return <TextField type={kind === 'month' ? 'month' : 'date'} label={label} value={value} slotProps={{ inputLabel: { shrink: true } }} onChange={({ target }) => onChange(target.value)} />;
  }
  const offered = periodsBack(today, kind, 12);
  const options = value === '' || offered.includes(value) ? offered : [value, ...offered];
  return (
    <TextField select label={label} value={value} onChange={({ target }) => onChange(target.value)} sx={{ minWidth: '9.5rem' }}>
      {options.map((period) => <MenuItem key={period} value={period}>{periodWords(period)}</MenuItem>)}
    </TextField>
  );
}
