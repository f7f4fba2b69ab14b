import { Box, MenuItem, Paper, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { logPath } from '../cases/log-path.ts';
import { UnitInput } from '../forms/UnitInput.tsx';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { useMethod } from '../methods/use-method.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { NormTable } from '../providers/wire.ts';
import { useNow } from '../time/use-now.ts';
import { DutyMark } from './DutyMark.tsx';
import { NormPeriodInput } from './NormPeriodInput.tsx';
import { wanted } from './duty-state.ts';

/** 履职: one norm in one period, who met it and who did not; which norm, period and unit stand in the address. */
export default function NormPage() {
  const translate = useTranslate();
  const words = useWords();
  const navigate = useNavigate();
  const provider = useDataProvider<BihuanProvider>();
  const { method } = useMethod();
  const now = useNow();
  const { name: named } = useParams();
  const norms = method?.norms ?? [];
  const norm = norms.find(({ name }) => name === named) ?? norms[0];
  const [search, setSearch] = useSearchParams();
  const [period, within] = [search.get('period') ?? '', search.get('within') ?? ''];
  const { data, error, refetch } = useQuery({ queryKey: ['norms', norm?.name, period, within], queryFn: () => provider.norm(norm!.name, { period, within }), enabled: norm !== undefined });
  const set = (key: string, value: string) => setSearch((before) => { before.delete(key); if (value) before.set(key, value); return before; }, { replace: true });
  if (method && !norm) return <><PageHeader title={translate('bihuan.duty.title')} /><Empty>{translate('bihuan.state.empty')}</Empty></>;
  return (
    <>
      <PageHeader title={translate('bihuan.duty.title')} beside={data && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.duty.metOf', { met: data.rows.filter(({ met }) => met).length, of: data.rows.length })}</Typography>} />
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: { xs: 1.5, sm: 2 } }}>
          <TextField select label={translate('bihuan.duty.norm')} value={norm?.name ?? ''} onChange={({ target }) => void navigate(`/norms/${encodeURIComponent(target.value)}`)} sx={{ minWidth: '14rem', maxWidth: '100%' }}>
            {norms.map(({ name, label }) => <MenuItem key={name} value={name}>{words(label)}</MenuItem>)}
          </TextField>
          {norm && now && <NormPeriodInput key={norm.name} kind={norm.period} value={period || data?.period || ''} today={now.slice(0, 10)} onChange={(value) => set('period', value)} />}
          <Box sx={{ width: '15rem' }}><UnitInput label={translate('bihuan.case.home')} value={within} onChange={(value) => set('within', value)} /></Box>
        </Box>
        {error ? <Box sx={{ p: 2 }}><Failed error={error} onRetry={() => void refetch()} /></Box>
          : !data ? <Box sx={{ px: 2 }}><Loading lines={8} /></Box>
            : data.rows.length === 0 ? <Empty>{translate('bihuan.duty.nobody')}</Empty>
              : <NormRows table={data} label={words(norm?.label)} />}
      </Paper>
    </>
  );
}

/** Who did not meet it stands first. */
function NormRows({ table, label }: { readonly table: NormTable; readonly label: string }) {
  const translate = useTranslate();
  const words = useWords();
  const rows = [...table.rows].sort((a, b) => Number(a.met) - Number(b.met) || words(a.unitLabel).localeCompare(words(b.unitLabel), 'zh'));
  return (
    <Box role="region" aria-label={translate('bihuan.ledger.scroll', { label })} tabIndex={0} sx={{ overflow: 'auto', borderTop: 1, borderColor: 'divider' }}>
      <Table size="small">
        <TableHead>
          <TableRow>{(['whose', 'unit', 'sofar', 'wanted', 'state'] as const).map((column) => <TableCell component="th" scope="col" key={column}>{translate(`bihuan.duty.${column}`)}</TableCell>)}</TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.of} data-member={row.of} data-met={row.met}>
              <TableCell>{row.subject ? <Box component={Link} to={logPath({ id: row.of, subject: true })} sx={{ color: 'primary.main' }}>{words(row.label)}</Box> : words(row.label)}</TableCell>
              <TableCell>{words(row.unitLabel)}</TableCell>
              <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>{row.count}</TableCell>
              <TableCell sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>{wanted(table)}</TableCell>
              <TableCell><DutyMark count={row.count} min={table.min} max={table.max} met={row.met} over={row.closed} /></TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
