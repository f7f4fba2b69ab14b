import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type PeriodChoice, type PeriodUnit, periodsUpTo, readPeriod, unitOf, writePeriod } from './period.ts';

const howMany = { year: 6, quarter: 12, month: 24 } as const;
const units = ['year', 'quarter', 'month'] as const;

interface PeriodPickerProps {
  /** `2021`, `2021-Q4`, `2021-11`; empty for all. */
  readonly value: string;
  /** Periods are offered back from here. */
  readonly today: string;
  readonly onChange: (period: string) => void;
}

/** Which stretch of time: all, or a year, quarter or month up to today. */
export function PeriodPicker({ value, today, onChange }: PeriodPickerProps) {
  const translate = useTranslate();
  const unit = value ? unitOf(value) : 'all';
  const say = ({ unit: of, year, n }: PeriodChoice) => translate(`bihuan.period.${of}`, { year, n });
  const offered = unit === 'all' ? [] : periodsUpTo(today, unit, howMany[unit]).map((choice) => ({ text: writePeriod(choice), label: say(choice) }));
  const options = !value || offered.some(({ text }) => text === value) ? offered : [...offered, { text: value, label: say(readPeriod(value)) }];
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <TextField select label={translate('bihuan.period.unit')} value={unit} sx={{ minWidth: '6.5rem' }}
        onChange={({ target }) => onChange(target.value === 'all' ? '' : writePeriod(periodsUpTo(today, target.value as PeriodUnit, 1)[0]!))}
      >
        <MenuItem value="all">{translate('bihuan.ledger.whole')}</MenuItem>
        {units.map((name) => <MenuItem key={name} value={name}>{translate(`bihuan.ledger.${name}`)}</MenuItem>)}
      </TextField>
      {unit !== 'all' && (
        <TextField select label={translate('bihuan.period.which')} value={value} onChange={({ target }) => onChange(target.value)} sx={{ minWidth: '9.5rem' }}>
          {options.map(({ text, label }) => <MenuItem key={text} value={text}>{label}</MenuItem>)}
        </TextField>
      )}
    </Box>
  );
}
