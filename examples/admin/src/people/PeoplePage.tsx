import AddIcon from '@mui/icons-material/Add';
import { Box, Button, FormControlLabel, List, ListItem, ListItemButton, ListItemText, Paper, Switch, Tab, Tabs, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { type People, office } from '../providers/office.ts';
import { BringIn } from './BringIn.tsx';
import { type Change, ChangeDialog } from './ChangeDialog.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { UnitPanel } from './UnitPanel.tsx';
import { isOver, treeOf } from './tree.ts';
import { useChanges } from './use-changes.ts';

/** 组织与人员: the tree with its posts, the people with their accounts, and tables of both. For administrators. */
export default function PeoplePage() {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({ queryKey: ['people'], queryFn: () => office.people() });
  return (
    <>
      <PageHeader title={translate('bihuan.people.title')} />
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : data ? <Directory info={data} /> : <Loading lines={8} />}
    </>
  );
}

const tabs = ['units', 'people', 'import'] as const;

function Directory({ info }: { readonly info: People }) {
  const translate = useTranslate();
  const changes = useChanges(info);
  const [search, setSearch] = useSearchParams();
  const [change, setChange] = useState<Change>();
  const tab = tabs.find((name) => name === search.get('tab')) ?? 'units';
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2, borderBottom: 1, borderColor: 'divider' }}>
        <Tabs value={tab} onChange={(_, next: string) => setSearch({ tab: next }, { replace: true })} aria-label={translate('bihuan.people.title')} sx={{ flex: 1 }}>
          {tabs.map((name) => <Tab key={name} value={name} label={translate(`bihuan.people.${name}`)} />)}
        </Tabs>
        {tab === 'units' && info.units.length === 0 && <Button variant="contained" startIcon={<AddIcon />} onClick={() => setChange(changes.addUnit(undefined))}>{translate('bihuan.people.addUnit')}</Button>}
        {tab === 'people' && <Button variant="contained" startIcon={<AddIcon />} onClick={() => setChange(changes.addPerson())}>{translate('bihuan.people.addPerson')}</Button>}
      </Box>
      {tab === 'units' ? <Units info={info} onChange={setChange} /> : tab === 'people' ? <PeopleTable info={info} changes={changes} onChange={setChange} /> : <BringIn />}
      {change && <ChangeDialog change={change} onClose={() => setChange(undefined)} />}
    </>
  );
}

function Units({ info, onChange }: { readonly info: People; readonly onChange: (change: Change) => void }) {
  const translate = useTranslate();
  const words = useWords();
  const changes = useChanges(info);
  const [past, setPast] = useState(false);
  const [chosen, setChosen] = useState('');
  const tree = treeOf(info, past);
  const unit = (tree.find((row) => row.unit.id === chosen) ?? tree[0])?.unit;
  if (!unit) return <Empty hint={translate('bihuan.people.emptyHint')}>{translate('bihuan.people.empty')}</Empty>;
  return (
    <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '20rem minmax(0, 1fr)' } }}>
      <Paper variant="outlined" component="nav" aria-label={translate('bihuan.people.units')}>
        <FormControlLabel sx={{ px: 2, pt: 1 }} control={<Switch size="small" checked={past} onChange={({ target }) => setPast(target.checked)} />} label={<Typography variant="body2">{translate('bihuan.people.past')}</Typography>} />
        <List dense sx={{ maxHeight: { xs: '15rem', md: 'calc(100vh - 16rem)' }, overflow: 'auto' }}>
          {tree.map(({ unit: each, depth, posts }) => (
            <ListItem key={each.id} disablePadding>
              <ListItemButton data-unit={each.id} selected={each.id === unit.id} {...(each.id === unit.id ? { 'aria-current': true } : {})} onClick={() => setChosen(each.id)} sx={{ pl: 2 + depth * 2 }}>
                <ListItemText primary={words(each.label)} sx={isOver(each, info.today) ? { color: 'text.secondary', textDecoration: 'line-through' } : {}} />
                <Typography variant="caption" sx={{ color: 'text.secondary' }}>{translate('bihuan.people.postCount', { count: posts })}</Typography>
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      </Paper>
      <UnitPanel unit={unit} info={info} changes={changes} past={past} onChange={onChange} />
    </Box>
  );
}
