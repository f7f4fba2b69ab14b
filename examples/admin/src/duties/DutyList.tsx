import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { logPath } from '../cases/log-path.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Duty, DutyWay } from '../providers/wire.ts';
import { dueText } from '../time/instant-text.ts';
import { useDueWords } from '../time/use-due-words.ts';
import { usePeriodWords } from '../time/use-period-words.ts';
import { CheckIn } from './CheckIn.tsx';
import { DutyMark } from './DutyMark.tsx';
import { wanted } from './duty-state.ts';

/** Duties one below the other: what, of whom, how far, until when, and a button for each way to do it. */
export function DutyList({ duties, now }: { readonly duties: readonly Duty[]; readonly now: string }) {
  const [open, setOpen] = useState<{ readonly id: string; readonly subject: boolean; readonly action: string }>();
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {duties.map((duty) => <DutyLine key={`${duty.norm} ${duty.of}`} duty={duty} now={now} onAct={setOpen} />)}
      </Box>
      {open && <CheckIn key={`${open.id} ${open.action}`} log={open} action={open.action} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function DutyLine({ duty, now, onAct }: { readonly duty: Duty; readonly now: string; readonly onAct: (what: { id: string; subject: boolean; action: string }) => void }) {
  const translate = useTranslate();
  const words = useWords();
  const dueWords = useDueWords();
  const periodWords = usePeriodWords();
  const who = words(duty.subject) === words(duty.unitLabel) ? words(duty.subject) : [words(duty.subject), words(duty.unitLabel)].filter(Boolean).join(' · ');
  const when = [periodWords(duty.period), duty.ends && duty.running && dueWords(duty.ends, now), duty.ends && translate('bihuan.case.dueAt', { text: dueText(duty.ends) })].filter(Boolean).join(' · ');
  return (
    <Box component="li" data-duty={duty.norm} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' }, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.75, alignItems: 'center' }}>
      <Box sx={{ minWidth: 0, flex: '1 1 16rem' }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography sx={{ fontWeight: 600 }}>{words(duty.label)}</Typography>
          <DutyMark count={duty.count} min={duty.min} max={duty.max} met={duty.met} over={false} />
        </Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{who} · {translate('bihuan.duty.count', { count: duty.count, wanted: wanted(duty) })}</Typography>
        {when && <Typography variant="caption" component="p" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{when}</Typography>}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {duty.ways.map((way) => <Way key={way.action} way={way} urgent={!duty.met && duty.running} onAct={onAct} />)}
      </Box>
    </Box>
  );
}

function Way({ way, urgent, onAct }: { readonly way: DutyWay; readonly urgent: boolean; readonly onAct: (what: { id: string; subject: boolean; action: string }) => void }) {
  const words = useWords();
  const look = { variant: urgent ? 'contained' : 'outlined', sx: { minHeight: 40 }, 'data-way': way.action } as const;
  const { on, subject = false } = way;
  if (way.does === 'act' && on !== undefined && subject) return <Button {...look} onClick={() => onAct({ id: on, subject, action: way.action })}>{words(way.label)}</Button>;
  const to = way.does === 'act' ? logPath({ id: on ?? '', subject })
    : way.does === 'open' ? `/report?enter=${encodeURIComponent(way.action)}`
      : subject ? `/subjects/${encodeURIComponent(way.among ?? '')}` : '/cases';
  return <Button {...look} component={Link} to={to}>{words(way.label)}</Button>;
}
