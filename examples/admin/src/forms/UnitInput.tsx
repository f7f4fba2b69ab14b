import { Autocomplete, Box, TextField } from '@mui/material';
import { useMemo } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { FancyProps } from './fancy-props.ts';
import { inTreeOrder, useUnits } from './use-units.ts';

interface UnitInputProps extends FancyProps {
  readonly level?: string | undefined;
  /** Only these, where somebody may choose among some. */
  readonly only?: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A unit of the tree, each level set in by one step. */
export function UnitInput({ label, required = false, error, hint, level, only, value, onChange }: UnitInputProps) {
  const words = useWords();
  const { units, pending } = useUnits();
  const rows = useMemo(
    () => inTreeOrder(units).filter(({ unit }) => (!level || unit.level === level) && (!only || only.includes(unit.id))),
    [units, level, only],
  );
  const least = Math.min(...rows.map(({ depth }) => depth));
  return (
    <Autocomplete
      options={rows} loading={pending} value={rows.find(({ unit }) => unit.id === value) ?? null}
      getOptionKey={({ unit }) => unit.id} getOptionLabel={({ unit }) => words(unit.label)}
      isOptionEqualToValue={(a, b) => a.unit.id === b.unit.id}
      onChange={(_, row) => onChange(row?.unit.id ?? '')}
      renderOption={({ key, ...props }, { unit, depth }) => <Box component="li" key={key} {...props}><Box component="span" sx={{ pl: (depth - least) * 2 }}>{words(unit.label)}</Box></Box>}
      renderInput={(params) => <TextField {...params} label={label} required={required} error={Boolean(error)} helperText={hint} />}
    />
  );
}
