import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import { Box, Button, MenuItem, Paper, Tab, Table, TableBody, TableCell, TableHead, TablePagination, TableRow, Tabs, TextField } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { LightMark } from '../cases/LightMark.tsx';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { type AuditLine, type LogSlice, type LoginLine, logFile, office } from '../providers/office.ts';
import { whenText } from '../time/instant-text.ts';
import { ChainChecks } from './ChainChecks.tsx';

const logs = ['entries', 'logins'] as const;
const results = ['in', 'out', 'wrong', 'locked', 'off'] as const;
const perPage = 50;

/** 日志: what administrators changed, who signed in and who failed to; and whether what is kept is what was written. */
export default function AuditPage() {
  const translate = useTranslate();
  const words = useWords();
  const [search, setSearch] = useSearchParams();
  const [page, setPage] = useState(0);
  const log = logs.find((name) => name === search.get('log')) ?? 'entries';
  const slice: LogSlice = { from: search.get('from') ?? '', to: search.get('to') ?? '', who: search.get('who') ?? '', what: search.get('what') ?? '' };
  const set = (key: string, value: string) => { setPage(0); setSearch((before) => { before.delete(key); if (value) before.set(key, value); return before; }, { replace: true }); };
  const { data: codes = [] } = useQuery({ queryKey: ['audit', 'codes'], queryFn: () => office.codes(), staleTime: Infinity });
  const kinds = log === 'entries' ? codes.map(({ name, label }) => [name, words(label)] as const) : results.map((name) => [name, translate(`bihuan.audit.result.${name}`)] as const);
  return (
    <>
      <PageHeader title={translate('bihuan.audit.title')} actions={<Button component="a" href={logFile(log, slice)} download startIcon={<DownloadIcon />} variant="outlined">{translate('bihuan.audit.export')}</Button>} />
      <ChainChecks />
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        <Tabs value={log} onChange={(_, next: string) => { setPage(0); setSearch({ log: next }, { replace: true }); }} aria-label={translate('bihuan.audit.title')} sx={{ borderBottom: 1, borderColor: 'divider' }}>
          {logs.map((name) => <Tab key={name} value={name} label={translate(`bihuan.audit.${name}`)} />)}
        </Tabs>
        <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 2 }}>
          {(['from', 'to'] as const).map((name) => <TextField key={name} type="date" label={translate(`bihuan.list.${name}`)} value={slice[name]} onChange={({ target }) => set(name, target.value)} slotProps={{ inputLabel: { shrink: true } }} />)}
          <TextField label={translate(`bihuan.audit.${log === 'entries' ? 'by' : 'username'}`)} defaultValue={slice.who} key={log} onChange={({ target }) => set('who', target.value.trim())} />
          <TextField select label={translate('bihuan.audit.what')} value={slice.what} onChange={({ target }) => set('what', target.value)} sx={{ minWidth: '10rem' }}>
            <MenuItem value="">{translate('bihuan.list.any')}</MenuItem>
            {kinds.map(([name, label]) => <MenuItem key={name} value={name}>{label}</MenuItem>)}
          </TextField>
        </Box>
        {log === 'entries' ? <Entries slice={slice} page={page} onPage={setPage} /> : <Logins slice={slice} page={page} onPage={setPage} />}
      </Paper>
    </>
  );
}

interface LogProps { readonly slice: LogSlice; readonly page: number; readonly onPage: (page: number) => void }

function Entries({ slice, page, onPage }: LogProps) {
  const translate = useTranslate();
  const words = useWords();
  const cells = ({ seq, at, byName, by, label, about, detail }: AuditLine) => [String(seq), whenText(at), byName === by ? by : `${byName}（${by}）`, words(label), about, detailText(detail, translate)];
  return <LogTable name="entries" heads={['seq', 'at', 'by', 'what', 'about', 'detail']} {...{ slice, page, onPage }} load={(offset) => office.entries(slice, offset, perPage)} cells={cells} />;
}

function Logins({ slice, page, onPage }: LogProps) {
  const translate = useTranslate();
  const cells = ({ at, username, name, result }: LoginLine) => [whenText(at), username, name ?? '—', <LightMark key="result" light={result === 'in' ? 'met' : result === 'out' ? 'none' : result === 'wrong' ? 'yellow' : 'red'} word={translate(`bihuan.audit.result.${result}`)} />];
  return <LogTable name="logins" heads={['at', 'username', 'name', 'result.title']} {...{ slice, page, onPage }} load={(offset) => office.logins(slice, offset, perPage)} cells={cells} />;
}

/** What a line says besides, in words; a name that has none yet stands as it is. */
const detailText = (detail: AuditLine['detail'], translate: ReturnType<typeof useTranslate>): string => Object.entries(detail).filter(([, value]) => value !== null).map(([name, value]) =>
  `${translate(`bihuan.audit.details.${name}`, { _: name })} ${typeof value === 'boolean' ? translate(value ? 'ra.boolean.true' : 'ra.boolean.false') : String(value)}`).join('，');

interface LogTableProps<T> extends LogProps {
  readonly name: string;
  readonly heads: readonly string[];
  readonly load: (offset: number) => Promise<{ readonly rows: readonly T[]; readonly total: number }>;
  readonly cells: (row: T) => readonly React.ReactNode[];
}

function LogTable<T>({ name, heads, slice, page, onPage, load, cells }: LogTableProps<T>) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({ queryKey: ['audit', name, slice, page], queryFn: () => load(page * perPage), placeholderData: keepPreviousData });
  if (error) return <Box sx={{ p: 2 }}><Failed error={error} onRetry={() => void refetch()} /></Box>;
  if (!data) return <Box sx={{ px: 2 }}><Loading lines={6} /></Box>;
  if (data.total === 0) return <Empty>{translate('bihuan.audit.none')}</Empty>;
  return (
    <>
      <Box role="region" aria-label={translate('bihuan.ledger.scroll', { label: translate(`bihuan.audit.${name}`) })} tabIndex={0} sx={{ overflow: 'auto' }}>
        <Table size="small">
          <TableHead><TableRow>{heads.map((head) => <TableCell component="th" scope="col" key={head}>{translate(`bihuan.audit.${head}`)}</TableCell>)}</TableRow></TableHead>
          <TableBody>{data.rows.map((row, i) => <TableRow key={i} data-row={i}>{cells(row).map((cell, j) => <TableCell key={j} sx={{ overflowWrap: 'anywhere', minWidth: j === heads.length - 1 ? '10rem' : undefined, whiteSpace: j < 2 ? 'nowrap' : 'normal' }}>{cell}</TableCell>)}</TableRow>)}</TableBody>
        </Table>
      </Box>
      <TablePagination component="div" count={data.total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => onPage(next)} />
    </>
  );
}
