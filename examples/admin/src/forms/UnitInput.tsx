import { Autocomplete, Box, TextField } from '@mui/material';
import { useMemo } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { Unit } from '../providers/wire.ts';
import type { FancyProps } from './fancy-props.ts';
import { inTreeOrder, useUnits } from './use-units.ts';

interface UnitChoice extends FancyProps {
  readonly level?: string | undefined;
  /** Only these, where somebody may choose among some. */
  readonly only?: readonly string[];
}
interface Row { readonly unit: Unit; readonly depth: number }

/** A unit of the tree, each level set in by one step. */
export function UnitInput({ value, onChange, ...choice }: UnitChoice & { readonly value: string; readonly onChange: (value: string) => void }) {
  const { rows, common } = useUnitRows(choice);
  return <Autocomplete {...common} value={rows.find(({ unit }) => unit.id === value) ?? null} onChange={(_, row) => onChange(row?.unit.id ?? '')} />;
}

/** Several of them. */
export function UnitsInput({ value, onChange, ...choice }: UnitChoice & { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }) {
  const { rows, common } = useUnitRows({ ...choice, filled: value.length > 0 });
  return <Autocomplete {...common} multiple disableCloseOnSelect value={rows.filter(({ unit }) => value.includes(unit.id))} onChange={(_, chosen) => onChange(chosen.map(({ unit }) => unit.id))} />;
}

function useUnitRows({ label, required = false, error, hint, level, only, filled = false }: UnitChoice & { readonly filled?: boolean }) {
  const words = useWords();
  const { units, pending } = useUnits();
  const rows: readonly Row[] = useMemo(
    () => inTreeOrder(units).filter(({ unit }) => (!level || unit.level === level) && (!only || only.includes(unit.id))),
    [units, level, only],
  );
  const least = Math.min(...rows.map(({ depth }) => depth));
  const common = {
    options: rows, loading: pending,
    getOptionKey: ({ unit }: Row) => unit.id, getOptionLabel: ({ unit }: Row) => words(unit.label),
    isOptionEqualToValue: (a: Row, b: Row) => a.unit.id === b.unit.id,
    renderOption: ({ key, ...props }: React.HTMLAttributes<HTMLLIElement> & { key: React.Key }, { unit, depth }: Row) => <Box component="li" key={key} {...props}><Box component="span" sx={{ pl: (depth - least) * 2 }}>{words(unit.label)}</Box></Box>,
    renderInput: (params: React.ComponentProps<typeof TextField>) => <TextField {...params} label={label} required={required && !filled} error={Boolean(error)} helperText={hint} />,
  };
  return { rows, common };
}
