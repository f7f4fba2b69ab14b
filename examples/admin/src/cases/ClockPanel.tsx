import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Disclosure } from '../layout/Disclosure.tsx';
import { Panel } from '../layout/Panel.tsx';
import type { ExplainedClock, Explanation } from '../providers/wire.ts';
import { dueText, whenText } from '../time/instant-text.ts';
import { useDueWords } from '../time/use-due-words.ts';
import { LightMark } from './LightMark.tsx';

const urgency: Readonly<Record<string, number>> = { red: 0, yellow: 1, green: 2, held: 3, none: 4, late: 5, met: 6, void: 7 };
const isOver = ({ light }: ExplainedClock) => light === 'met' || light === 'late' || light === 'void';

/** 时限: what runs, the most urgent first; what has ended is folded away. */
export function ClockPanel({ explanation }: { readonly explanation: Explanation }) {
  const translate = useTranslate();
  const clocks = [...explanation.clocks].sort((a, b) => (urgency[a.light] ?? 9) - (urgency[b.light] ?? 9) || (a.due?.at ?? '9').localeCompare(b.due?.at ?? '9'));
  const over = clocks.filter(isOver);
  return (
    <Panel title={translate('bihuan.case.clocks')}>
      {clocks.length === 0 && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.case.noClocks')}</Typography>}
      {clocks.filter((clock) => !isOver(clock)).map((clock) => <ClockEntry key={clock.id} clock={clock} now={explanation.at} />)}
      {over.length > 0 && (
        <Disclosure summary={translate('bihuan.case.moreClocks', { count: over.length })} open={over.length === clocks.length}>
          {over.map((clock) => <ClockEntry key={clock.id} clock={clock} now={explanation.at} />)}
        </Disclosure>
      )}
    </Panel>
  );
}

function ClockEntry({ clock, now }: { readonly clock: ExplainedClock; readonly now: string }) {
  const translate = useTranslate();
  const words = useWords();
  const dueWords = useDueWords();
  const due = words(clock.dueText) || (clock.due ? dueText(clock.due.at) : '');
  const notes = [
    clock.provisional && translate('bihuan.case.provisional'),
    clock.lateFromTheStart && translate('bihuan.case.lateFromStart'),
    clock.binds !== 'hard' && translate(`bihuan.case.${clock.binds}`),
    clock.source && translate('bihuan.case.byArticle', { source: words(clock.source) }),
  ].filter(Boolean);
  return (
    <Box data-clock={clock.name} sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography sx={{ fontWeight: 600 }}>{words(clock.label)}</Typography>
        <Box sx={{ ml: 'auto' }}><LightMark light={clock.light} /></Box>
      </Box>
      <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {due && translate('bihuan.case.dueAt', { text: due })}
        {clock.due && !clock.stopped && clock.light !== 'held' && <Box component="span" sx={{ color: clock.light === 'red' ? 'error.main' : 'text.secondary', ml: 1 }}>{dueWords(clock.due.at, now)}</Box>}
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {[translate('bihuan.case.startedAt', { at: whenText(clock.started) }), clock.stopped && translate('bihuan.case.stoppedAt', { at: whenText(clock.stopped) }), ...notes].filter(Boolean).join(' · ')}
      </Typography>
      {clock.because.length > 0 && (
        <Disclosure summary={translate('bihuan.case.why')}>
          <Box component="ol" sx={{ m: 0, pl: 2.5, '& li': { fontSize: '0.875rem', lineHeight: 1.7 } }}>{clock.because.map((sentence, i) => <li key={i}>{words(sentence)}</li>)}</Box>
        </Disclosure>
      )}
    </Box>
  );
}
