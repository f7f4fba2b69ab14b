import { Box, MenuItem, Paper, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { wordsOf } from '@bihuan/core';
import { ChoicesInput } from '../forms/ChoicesInput.tsx';
import { useWords } from '../i18n/use-words.ts';
import { ChoiceInput } from './basic-inputs.tsx';
import type { Change } from './EditInput.tsx';
import { type Choice, type Written, choicesOf, valueAt } from './edits.ts';

const asked: readonly Choice[] = [
  { name: 'no', label: { zh: '不填', en: 'Not asked' } }, { name: 'required', label: { zh: '必填', en: 'Required' } }, { name: 'optional', label: { zh: '选填', en: 'Optional' } },
];

/** One action at a time: who may take it, and which fields its form asks for. */
export function ActionForms({ method, change }: { readonly method: Written; readonly change: Change }) {
  const translate = useTranslate();
  const words = useWords();
  const actions = Object.entries(method.actions ?? {});
  const [chosen, setChosen] = useState(actions[0]?.[0] ?? '');
  const action = method.actions?.[chosen];
  if (action === undefined) return null;
  const roles = choicesOf(method.roles);
  const by = Array.isArray(action.by) ? action.by : [];
  const others = by.filter((doer) => typeof doer !== 'string');
  return (
    <Paper variant="outlined" sx={{ p: 2, display: 'grid', gap: 2 }}>
      <ChoiceInput label={translate('bihuan.studio.edit.action')} value={chosen} choices={actions.map(([name, { label }]) => ({ name, label: wordsOf(label) }))} onChange={setChosen} />
      <ChoicesInput label={translate('bihuan.studio.edit.by')} options={[...roles]} value={by.filter((doer) => typeof doer === 'string')} onChange={(names) => change(['actions', chosen, 'by'], [...names, ...others])} />
      {others.length > 0 && <Typography variant="caption" sx={{ color: 'text.secondary' }}>{translate('bihuan.studio.edit.otherDoers', { count: others.length })}</Typography>}
      <Typography variant="h3">{translate('bihuan.studio.edit.form')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, maxWidth: '30rem' }}>
        {Object.entries(method.fields ?? {}).map(([name, field]) => {
          const path = ['actions', chosen, 'takes', name];
          const input = valueAt(method, path) as { readonly optional?: true } | undefined;
          const label = words(wordsOf(field.label));
          const set = (next: string) => change(path, next === 'no' ? undefined : next === 'optional' ? { ...input, optional: true } : Object.fromEntries(Object.entries(input ?? {}).filter(([key]) => key !== 'optional')));
          return (
            <Box component="li" key={name} sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr) 9rem', alignItems: 'center' }}>
              <Typography sx={{ fontWeight: input ? 600 : 400 }}>{label}</Typography>
              <TextField select value={input === undefined ? 'no' : input.optional ? 'optional' : 'required'} onChange={({ target }) => set(target.value)} slotProps={{ select: { SelectDisplayProps: { 'aria-label': label } } }}>
                {asked.map((each) => <MenuItem key={each.name} value={each.name}>{words(each.label)}</MenuItem>)}
              </TextField>
            </Box>
          );
        })}
      </Box>
    </Paper>
  );
}
