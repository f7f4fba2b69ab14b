import { Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { LightMark } from '../cases/LightMark.tsx';
import { Panel } from '../layout/Panel.tsx';
import { type LogCheck, office } from '../providers/office.ts';

interface CasesChecked { readonly cases: number; readonly events: number; readonly broken: readonly { readonly id: string; readonly seq: number }[]; readonly done: boolean }

/** 记录链: every line and every event carries the hash of the one before; here they are reckoned anew, and where they part is said. */
export function ChainChecks() {
  const translate = useTranslate();
  const queries = useQueryClient();
  const [log, setLog] = useState<LogCheck>();
  const [cases, setCases] = useState<CasesChecked>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const check = async () => {
    setBusy(true);
    setFailed(false);
    try {
      setLog(await office.checkLog());
      let sum: CasesChecked = { cases: 0, events: 0, broken: [], done: false };
      for (let after: string | null = ''; after !== null;) {
        const part = await office.checkCases(after);
        sum = { cases: sum.cases + part.cases, events: sum.events + part.events, broken: [...sum.broken, ...part.broken], done: part.next === null };
        setCases(sum);
        after = part.next;
      }
      await queries.invalidateQueries({ queryKey: ['audit', 'entries'] });
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={translate('bihuan.audit.chains')} beside={<Button variant="outlined" disabled={busy} onClick={() => void check()}>{translate('bihuan.audit.check')}</Button>}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.audit.chainsHint')}</Typography>
      <Box aria-live="polite" sx={{ display: 'grid', justifyItems: 'start', gap: 0.5, mt: 1 }}>
        {failed && <LightMark light="red" word={translate('bihuan.state.failed')} />}
        {log && <LightMark light={log.broken === null ? 'met' : 'red'} word={translate(log.broken === null ? 'bihuan.audit.logWhole' : 'bihuan.audit.logBroken', { count: log.entries, seq: log.broken ?? 0 })} />}
        {cases && <Box data-checked={cases.done}><LightMark light={cases.broken.length > 0 ? 'red' : cases.done ? 'met' : 'held'} word={translate(cases.broken.length > 0 ? 'bihuan.audit.casesBroken' : cases.done ? 'bihuan.audit.casesWhole' : 'bihuan.audit.casesSoFar', { cases: cases.cases, events: cases.events, count: cases.broken.length })} /></Box>}
        {cases?.broken.map(({ id, seq }) => <Typography key={id} variant="body2" component={Link} to={`/cases/${encodeURIComponent(id)}/show`} sx={{ color: 'primary.main' }}>{translate('bihuan.audit.brokenAt', { id, seq })}</Typography>)}
      </Box>
    </Panel>
  );
}
