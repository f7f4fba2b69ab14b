import { Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { LightMark } from '../cases/LightMark.tsx';
import { logPath } from '../cases/log-path.ts';
import { RefusalAlert } from '../forms/RefusalAlert.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { MoveResult } from '../providers/wire.ts';

/** 换版迁移: what would become of each open case of an older version, and moving those that can be. */
export default function MovesPage() {
  const translate = useTranslate();
  const provider = useDataProvider<BihuanProvider>();
  const { data, error, refetch } = useQuery({ queryKey: ['moves'], queryFn: () => provider.tryMoves() });
  return (
    <>
      <PageHeader title={translate('bihuan.move.title')} actions={data?.some(({ ok }) => ok) && <MoveButton results={data} />} />
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>{translate('bihuan.move.hint')}</Typography>
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        {error ? <Box sx={{ p: 2 }}><Failed error={error} onRetry={() => void refetch()} /></Box> : !data ? <Box sx={{ px: 2 }}><Loading /></Box>
          : data.length === 0 ? <Empty>{translate('bihuan.move.none')}</Empty> : <Results results={data} />}
      </Paper>
    </>
  );
}

function MoveButton({ results }: { readonly results: readonly MoveResult[] }) {
  const translate = useTranslate();
  const notify = useNotify();
  const provider = useDataProvider<BihuanProvider>();
  const ids = results.filter(({ ok }) => ok).map(({ id }) => id);
  const { busy, refusal, submit } = useSubmit({
    form: [], send: (_, key) => provider.move(ids, key),
    done: (moved) => notify('bihuan.move.done', { type: 'success', messageArgs: { count: moved.filter(({ ok }) => ok).length } }),
  });
  return <><RefusalAlert refusal={refusal} /><Button variant="contained" disabled={busy} onClick={() => void submit()}>{translate('bihuan.move.go', { count: ids.length })}</Button></>;
}

function Results({ results }: { readonly results: readonly MoveResult[] }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box role="region" aria-label={translate('bihuan.ledger.scroll', { label: translate('bihuan.move.title') })} tabIndex={0} sx={{ overflow: 'auto' }}>
      <Table size="small">
        <TableHead><TableRow>{['bihuan.list.id', 'bihuan.move.from', 'bihuan.move.result', 'bihuan.move.step', 'bihuan.move.clocks', 'bihuan.move.asks'].map((key) => <TableCell component="th" scope="col" key={key}>{translate(key)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {results.map(({ id, from, ok, issues, step, clocks, asks }) => (
            <TableRow key={id} data-move={id}>
              <TableCell><Box component={Link} to={logPath({ id, subject: false })} sx={{ color: 'primary.main' }}>{id}</Box></TableCell>
              <TableCell>{from}</TableCell>
              <TableCell><LightMark light={ok ? 'met' : 'red'} word={translate(ok ? 'bihuan.move.can' : 'bihuan.move.cannot')} />{issues.map((issue) => <Typography key={issue.code} variant="caption" component="p">{words(issue)}</Typography>)}</TableCell>
              <TableCell>{step && `${words(step.from)} → ${words(step.to)}`}</TableCell>
              <TableCell>{clocks.map(words).join('、')}</TableCell>
              <TableCell>{asks.map(words).join('、')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
