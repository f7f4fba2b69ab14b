import FilterListIcon from '@mui/icons-material/FilterList';
import SearchIcon from '@mui/icons-material/Search';
import { Badge, Box, Button, InputAdornment, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useMethod } from '../methods/use-method.ts';
import { SavedQueries } from '../lists/SavedQueries.tsx';
import { FilterControl } from './FilterControl.tsx';

type Filters = Readonly<Record<string, unknown>>;

/** Free search, and behind one button the filters that the method names. Keys stay flat (`field.x`): the server reads them so. */
export function CaseFilters() {
  const translate = useTranslate();
  const { method } = useMethod();
  const { filterValues, setFilters } = useListContext();
  const values = filterValues as Filters;
  const own = method?.list.filters ?? [];
  const set = Object.keys(values).filter((key) => !['view', 'q', 'set'].includes(key));
  const [open, setOpen] = useState(set.length > 0);

  const change = (changes: Filters) => {
    const next = Object.fromEntries(Object.entries({ ...values, ...changes }).filter(([, value]) => value !== undefined && value !== ''));
    setFilters(next, {}, false);
  };
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, px: { xs: 1.5, sm: 2 }, py: 1.25 }}>
      <SearchBox value={String(values['q'] ?? '')} onChange={(q) => change({ q })} />
      {own.length > 0 && (
        <Badge badgeContent={open ? 0 : set.length} color="primary">
          <Button color="inherit" variant="outlined" startIcon={<FilterListIcon />} aria-expanded={open} onClick={() => setOpen(!open)} sx={{ borderColor: 'divider', height: '100%' }}>{translate('bihuan.list.filters')}</Button>
        </Badge>
      )}
      {open && own.map((filter) => <FilterControl key={filter.name} filter={filter} values={values} onChange={change} />)}
      <SavedQueries />
      {set.length > 0 && <Button size="small" onClick={() => change(Object.fromEntries(set.map((key) => [key, undefined])))}>{translate('bihuan.state.clear')}</Button>}
    </Box>
  );
}

/** Searches when typing rests. */
function SearchBox({ value, onChange }: { readonly value: string; readonly onChange: (q: string) => void }) {
  const label = useTranslate()('bihuan.list.search');
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) { // set from outside, as by “clear filters”
    setSeen(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text), 350);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <TextField
      type="search" value={text} placeholder={label} onChange={({ target }) => setText(target.value)}
      sx={{ width: { xs: 'calc(100% - 6.5rem)', sm: '17rem' } }}
      slotProps={{ htmlInput: { 'aria-label': label }, input: { startAdornment: <InputAdornment position="start"><SearchIcon fontSize="small" /></InputAdornment> } }}
    />
  );
}
