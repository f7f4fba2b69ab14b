import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActionPanel } from '../cases/ActionPanel.tsx';
import { DueCell } from '../cases/DueCell.tsx';
import { LightMark } from '../cases/LightMark.tsx';
import { logPath } from '../cases/log-path.ts';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../layout/Panel.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { useMethod } from '../methods/use-method.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { CaseLine } from '../providers/wire.ts';

const atOnce = 10;

/** My to-do list as cards; one at a time opens with what may be done on it. */
export function FieldCases() {
  const translate = useTranslate();
  const provider = useDataProvider<BihuanProvider>();
  const [shown, setShown] = useState(atOnce);
  const [open, setOpen] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: ['cases', 'field', shown], placeholderData: (before) => before,
    queryFn: () => provider.getList<CaseLine>('cases', { pagination: { page: 1, perPage: shown }, sort: { field: 'due', order: 'ASC' }, filter: { view: 'todo' } }),
  });
  const left = (data?.total ?? 0) - (data?.data.length ?? 0);
  return (
    <Panel title={translate('bihuan.field.todo', { count: data?.total ?? 0 })}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : !data ? <Loading /> : data.data.length === 0 ? <Empty>{translate('bihuan.duty.noCases')}</Empty> : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data.data.map((row) => <FieldCase key={row.id} row={row} open={open === row.id} onToggle={() => setOpen(open === row.id ? '' : row.id)} />)}
        </Box>
      )}
      {left > 0 && <Button fullWidth onClick={() => setShown(shown + atOnce)}>{translate('bihuan.field.more', { count: left })}</Button>}
    </Panel>
  );
}

function FieldCase({ row, open, onToggle }: { readonly row: CaseLine; readonly open: boolean; readonly onToggle: () => void }) {
  const translate = useTranslate();
  const words = useWords();
  const { method } = useMethod();
  const title = `${row.id} ${words(row.cells[method?.list.columns[0]?.name ?? ''])}`;
  return (
    <Box component="li" data-case={row.id} sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}><LightMark light={row.light} word={words(row.labels.light)} /><DueCell row={row} /></Box>
      <Typography sx={{ fontWeight: 600, my: 0.5, overflowWrap: 'anywhere' }}>{title}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>{words(row.labels.step)} · {words(row.labels.home)}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1 }}>
        <Button variant={open ? 'outlined' : 'contained'} aria-expanded={open} aria-label={`${translate(open ? 'bihuan.field.close' : 'bihuan.field.act')} ${title}`} onClick={onToggle}>{translate(open ? 'bihuan.field.close' : 'bihuan.field.act')}</Button>
        <Button variant="outlined" component={Link} to={logPath({ id: row.id, subject: false })} aria-label={`${translate('bihuan.field.details')} ${title}`}>{translate('bihuan.field.details')}</Button>
      </Box>
      {open && <Box sx={{ mt: 1.5 }}><FieldActions row={row} /></Box>}
    </Box>
  );
}

function FieldActions({ row: { id, home } }: { readonly row: CaseLine }) {
  const provider = useDataProvider<BihuanProvider>();
  const log = { id, subject: false };
  const { data, error, refetch } = useQuery({ queryKey: ['cases', id, 'explain'], queryFn: () => provider.explain(log), retry: false });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return data ? <ActionPanel log={log} explanation={data} over={home} /> : <Loading lines={2} />;
}
