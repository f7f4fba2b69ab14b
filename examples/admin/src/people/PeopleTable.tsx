import { Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LightMark } from '../cases/LightMark.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { People, Person } from '../providers/office.ts';
import type { Change } from './ChangeDialog.tsx';
import { lastsOn } from './tree.ts';
import type { Changes } from './use-changes.ts';

const most = 100;

/** The people: by which account they sign in, over what they decide and whose personal data they see, in words. */
export function PeopleTable({ info, changes, onChange }: { readonly info: People; readonly changes: Changes; readonly onChange: (change: Change) => void }) {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const found = info.people.filter(({ id, name, account }) => [id, name, account?.username ?? ''].some((text) => text.toLowerCase().includes(search.trim().toLowerCase())));
  const button = (label: string, change: Change) => <Button key={label} size="small" onClick={() => onChange(change)}>{translate(`bihuan.people.${label}`)}</Button>;
  return (
    <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
      <Box role="search" sx={{ px: 2, py: 1.25 }}>
        <TextField type="search" placeholder={translate('bihuan.people.search')} value={search} onChange={({ target }) => setSearch(target.value)} sx={{ width: { xs: '100%', sm: '17rem' } }} slotProps={{ htmlInput: { 'aria-label': translate('bihuan.people.search') } }} />
      </Box>
      <Box role="region" aria-label={translate('bihuan.ledger.scroll', { label: translate('bihuan.people.people') })} tabIndex={0} sx={{ overflow: 'auto' }}>
        <Table size="small" sx={{ '& td': { verticalAlign: 'top' } }}>
          <TableHead><TableRow>{['name', 'username', 'scope', 'state', 'actions'].map((key) => <TableCell component="th" scope="col" key={key}>{translate(`bihuan.people.${key}`)}</TableCell>)}</TableRow></TableHead>
          <TableBody>
            {found.slice(0, most).map((person) => (
              <TableRow key={person.id} data-person={person.id}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{person.name}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{person.account?.username ?? '—'}</TableCell>
                <TableCell sx={{ minWidth: '16rem' }}><Scope person={person} info={info} /></TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}><State person={person} /></TableCell>
                <TableCell sx={{ py: 0, minWidth: '13rem' }}>
                  {button('addPost', changes.addPost(undefined, person))}{button('changePerson', changes.changePerson(person))}{button('setPassword', changes.password(person))}
                  {person.account && button(person.account.off ? 'turnOn' : 'turnOff', changes.turn(person))}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      <Typography variant="body2" sx={{ px: 2, py: 1, color: 'text.secondary' }}>{translate(found.length > most ? 'bihuan.people.someOf' : 'bihuan.people.allOf', { count: found.length, most })}</Typography>
    </Paper>
  );
}

function State({ person: { account } }: { readonly person: Person }) {
  const translate = useTranslate();
  return account === null ? <LightMark light="none" word={translate('bihuan.people.noAccount')} /> : account.off ? <LightMark light="void" word={translate('bihuan.people.off')} /> : <LightMark light="met" word={translate('bihuan.people.on')} />;
}

/** What somebody's posts of today let them see and do. Whoever signs in sees the district's cases; what they may change goes by their posts. */
function Scope({ person, info }: { readonly person: Person; readonly info: People }) {
  const translate = useTranslate();
  const words = useWords();
  const posts = info.posts.filter((post) => post.person === person.id && lastsOn(post, info.today));
  const line = (text: string, key: string) => <Typography key={key} variant="body2">{text}</Typography>;
  return (
    <>
      {posts.map(({ id, unit, role }) => {
        const known = info.roles.find(({ name }) => name === role);
        const where = info.units.find((each) => each.id === unit);
        return line(translate(known?.personal ? 'bihuan.people.scopePersonal' : 'bihuan.people.scopePost', { unit: words(where?.label), role: words(known?.label) }), id);
      })}
      {person.account?.administrator && line(translate('bihuan.people.scopeAdministrator'), 'administrator')}
      {posts.length === 0 && !person.account?.administrator && line(translate(person.account ? 'bihuan.people.scopeReads' : 'bihuan.people.scopeNone'), 'none')}
    </>
  );
}
