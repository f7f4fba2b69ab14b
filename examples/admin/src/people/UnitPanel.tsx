import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../layout/Panel.tsx';
import { Empty } from '../layout/states.tsx';
import type { People, PeopleUnit } from '../providers/office.ts';
import type { Change } from './ChangeDialog.tsx';
import { byTime, isOver } from './tree.ts';
import type { Changes } from './use-changes.ts';

interface UnitPanelProps { readonly unit: PeopleUnit; readonly info: People; readonly changes: Changes; readonly past: boolean; readonly onChange: (change: Change) => void }

/** One unit: what it is, who holds which post in it, and what can be changed. */
export function UnitPanel({ unit, info, changes, past, onChange }: UnitPanelProps) {
  const translate = useTranslate();
  const words = useWords();
  const posts = byTime(info.posts.filter((post) => post.unit === unit.id && (past || !isOver(post, info.today))), info.today);
  const nameOf = (person: string) => info.people.find(({ id }) => id === person)?.name ?? person;
  const over = isOver(unit, info.today);
  const button = (key: string, change: Change) => <Button key={key} size="small" onClick={() => onChange(change)}>{translate(`bihuan.people.${key}`)}</Button>;
  return (
    <Panel title={words(unit.label)} flush>
      <Box sx={{ px: 2, pb: 1, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1, minWidth: '12rem' }}>
          {[words(info.levels.find(({ name }) => name === unit.level)?.label), unit.id, daysText(translate, unit)].filter(Boolean).join(' · ')}
        </Typography>
        {!over && [button('addPost', changes.addPost(unit)), button('addUnit', changes.addUnit(unit)), button('renameUnit', changes.renameUnit(unit)), button('closeUnit', changes.closeUnit(unit))]}
      </Box>
      {posts.length === 0 ? <Empty>{translate('bihuan.people.noPosts')}</Empty> : (
        <Box role="region" aria-label={translate('bihuan.ledger.scroll', { label: words(unit.label) })} tabIndex={0} sx={{ overflow: 'auto' }}>
          <Table size="small">
            <TableHead><TableRow>{['name', 'role', 'days', 'actions'].map((key) => <TableCell component="th" scope="col" key={key}>{translate(`bihuan.people.${key}`)}</TableCell>)}</TableRow></TableHead>
            <TableBody>
              {posts.map((post) => (
                <TableRow key={post.id} data-post={post.id} sx={isOver(post, info.today) ? { '& td': { color: 'text.secondary' } } : {}}>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{nameOf(post.person)}</TableCell>
                  <TableCell>{words(info.roles.find(({ name }) => name === post.role)?.label) || post.role}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{daysText(translate, post) || translate('bihuan.people.always')}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap', py: 0 }}>{post.until === null && [button('changePost', changes.changePost(post)), button('endPost', changes.endPost(post))]}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Panel>
  );
}

/** Since when, until when, as far as either is known. */
export const daysText = (translate: ReturnType<typeof useTranslate>, { from, until }: Pick<PeopleUnit, 'from' | 'until'>): string =>
  [from && translate('bihuan.people.since', { day: from }), until && translate('bihuan.people.till', { day: until })].filter(Boolean).join(' ');
