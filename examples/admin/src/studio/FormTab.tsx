import { Box, Button, List, ListItemButton, MenuItem, Paper, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Empty } from '../layout/states.tsx';
import { ActionForms } from './ActionForms.tsx';
import { type Change, EditInput } from './EditInput.tsx';
import { type Item, type SectionName, type Written, freeName, sectionsOf, valueAt } from './edits.ts';
import { MovesForm } from './MovesForm.tsx';
import { RuleTables } from './RuleTables.tsx';

type Page = SectionName | 'forms' | 'rules' | 'moves';
const pages: readonly Page[] = ['basics', 'clocks', 'fields', 'forms', 'rules', 'roles', 'words', 'moves'];

/** The common things as forms. Each change goes into the file at its place; the rest stays as it was written. */
export function FormTab({ value, versions, change }: { readonly value: Written; readonly versions: readonly string[]; readonly change: Change }) {
  const translate = useTranslate();
  const [page, setPage] = useState<Page>('basics');
  const items = sectionsOf(value).find(({ name }) => name === page)?.items;
  const title = translate(`bihuan.studio.pages.${page}`);
  const addField = () => change(['fields', freeName('field', value.fields ?? {})], { label: { zh: translate('bihuan.studio.edit.newField') }, kind: 'text' });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '11rem minmax(0, 1fr)' }, alignItems: 'start' }}>
      <TextField select label={translate('bihuan.studio.part')} value={page} onChange={({ target }) => setPage(target.value as Page)} sx={{ display: { md: 'none' } }}>
        {pages.map((name) => <MenuItem key={name} value={name}>{translate(`bihuan.studio.pages.${name}`)}</MenuItem>)}
      </TextField>
      <Paper component="nav" variant="outlined" aria-label={translate('bihuan.studio.part')} sx={{ display: { xs: 'none', md: 'block' }, position: 'sticky', top: '4.5rem' }}>
        <List dense disablePadding>
          {pages.map((name) => <li key={name}><ListItemButton selected={name === page} aria-current={name === page ? 'true' : undefined} onClick={() => setPage(name)} sx={{ minHeight: 40 }}>{translate(`bihuan.studio.pages.${name}`)}</ListItemButton></li>)}
        </List>
      </Paper>
      <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline', mb: 1.5 }}>
          <Typography variant="h2">{title}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate(`bihuan.studio.about.${page}`)}</Typography>
          {page === 'fields' && <Button variant="outlined" size="small" sx={{ ml: 'auto' }} onClick={addField}>{translate('bihuan.studio.edit.addField')}</Button>}
        </Box>
        {page === 'forms' && <ActionForms method={value} change={change} />}
        {page === 'rules' && <RuleTables method={value} change={change} />}
        {page === 'moves' && <MovesForm method={value} versions={versions} change={change} />}
        {items?.length === 0 && <Empty>{translate('bihuan.state.empty')}</Empty>}
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          {(page === 'fields' ? items?.toReversed() : items)?.map((item) => <ItemForm key={item.path.join('/')} item={item} method={value} change={change} />)}
        </Box>
      </Box>
    </Box>
  );
}

function ItemForm({ item, method, change }: { readonly item: Item; readonly method: Written; readonly change: Change }) {
  const translate = useTranslate();
  const words = useWords();
  const id = useId();
  const wide = (kind: string) => (kind === 'words' || kind === 'options' || kind === 'choices' || kind === 'limit' ? { gridColumn: '1 / -1' } : {});
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1.25 }}>
        <Typography id={id} variant="h3">{words(item.label)}</Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>{item.path.at(-1)}</Typography>
        {item.removable && <Button size="small" color="inherit" sx={{ ml: 'auto' }} onClick={() => change(item.path, undefined)}>{translate('bihuan.studio.edit.remove')}</Button>}
      </Box>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(16rem, 1fr))' } }}>
        {item.edits.map((edit) => <Box key={edit.path.join('/')} sx={wide(edit.kind)}><EditInput edit={edit} value={valueAt(method, edit.path)} method={method} change={change} /></Box>)}
      </Box>
    </Paper>
  );
}
