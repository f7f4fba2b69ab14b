import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { useMethod } from '../methods/use-method.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { CaseLine, Subject } from '../providers/wire.ts';
import type { FancyProps } from './fancy-props.ts';

interface Choice { readonly id: string; readonly title: string; readonly stands: string }
interface CaseInputProps extends FancyProps {
  readonly kinds: readonly string[];
  readonly several?: boolean;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

const asMany = 20;

/** Cases or subjects of the kinds that a link allows, searched by number and text. What was chosen stays known by what it was found as. */
export function CaseInput({ label, required = false, error, hint, kinds, several = false, value, onChange }: CaseInputProps) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const [known, setKnown] = useState<readonly Choice[]>([]);
  const { found, pending } = useChoices(kinds, text);
  const choiceOf = (id: string): Choice => known.find((each) => each.id === id) ?? found.find((each) => each.id === id) ?? { id, title: '', stands: '' };
  const pick = (chosen: readonly Choice[]) => { setKnown(chosen); onChange(chosen.map(({ id }) => id)); };
  const common = {
    options: found, loading: pending, filterOptions: (options: Choice[]) => options,
    getOptionKey: ({ id }: Choice) => id, getOptionLabel: ({ id, title }: Choice) => [id, title].filter(Boolean).join(' '),
    isOptionEqualToValue: (a: Choice, b: Choice) => a.id === b.id, noOptionsText: translate('bihuan.form.noCases'), loadingText: translate('bihuan.state.loading'),
    onInputChange: (_: unknown, next: string, reason: string) => { if (reason === 'input') setText(next); },
    renderOption: ({ key, ...props }: React.HTMLAttributes<HTMLLIElement> & { key: React.Key }, choice: Choice) => (
      <Box component="li" key={key} {...props}>
        <Box><Typography variant="body2">{choice.id} {choice.title}</Typography><Typography variant="caption" sx={{ color: 'text.secondary' }}>{choice.stands}</Typography></Box>
      </Box>
    ),
    renderInput: (params: React.ComponentProps<typeof TextField>) => <TextField {...params} label={label} required={required && value.length === 0} error={Boolean(error)} helperText={hint} />,
  };
  return several
    ? <Autocomplete {...common} multiple value={value.map(choiceOf)} onChange={(_, chosen) => pick(chosen)} />
    : <Autocomplete {...common} value={value[0] === undefined ? null : choiceOf(value[0])} onChange={(_, choice) => pick(choice ? [choice] : [])} />;
}

/** The kinds may be of both sorts: cases are asked for in one call, subjects in one for each. */
function useChoices(kinds: readonly string[], text: string): { readonly found: Choice[]; readonly pending: boolean } {
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const { method } = useMethod();
  const subjects = kinds.filter((kind) => method?.subjects.some(({ name }) => name === kind));
  const cases = kinds.filter((kind) => !subjects.includes(kind));
  const q = text.trim() === '' ? {} : { q: text.trim() };
  const page = { pagination: { page: 1, perPage: asMany } };
  const { data = [], isPending } = useQuery({
    queryKey: ['choices', ...kinds, text.trim()], enabled: method !== undefined, placeholderData: keepPreviousData,
    queryFn: async () => {
      const lists = await Promise.all([
        ...(cases.length > 0 ? [provider.getList<CaseLine>('cases', { ...page, sort: { field: 'opened', order: 'DESC' }, filter: { kind: cases, ...q } })
          .then(({ data: rows }) => rows.map((row) => ({ id: row.id, title: words(row.cells[method!.list.columns[0]?.name ?? '']), stands: words(row.labels.ending) || words(row.labels.step) })))] : []),
        ...subjects.map((kind) => provider.getList<Subject>('subjects', { ...page, sort: { field: 'id', order: 'ASC' }, filter: { kind, ...q } })
          .then(({ data: rows }) => rows.map((row) => ({ id: row.id, title: words(row.title) === row.id ? '' : words(row.title), stands: words(row.labels.home) })))),
      ]);
      return lists.flat();
    },
  });
  return { found: data, pending: isPending };
}
