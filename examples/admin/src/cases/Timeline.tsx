import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Disclosure } from '../layout/Disclosure.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading } from '../layout/states.tsx';
import type { TimelineLine } from '../providers/wire.ts';
import { whenText } from '../time/instant-text.ts';
import { lineWhen } from './line-when.ts';

/** 办理经过: who did what when, in order; what followed from it can be unfolded. */
export function Timeline({ lines, error, onRetry }: { readonly lines: readonly TimelineLine[] | undefined; readonly error: unknown; readonly onRetry: () => void }) {
  const translate = useTranslate();
  return (
    <Panel title={translate('bihuan.case.timeline')}>
      {error ? <Failed error={error} onRetry={onRetry} /> : !lines ? <Loading /> : (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>{lines.map((line) => <TimelineEntry key={line.seq} line={line} />)}</Box>
      )}
    </Panel>
  );
}

function TimelineEntry({ line }: { readonly line: TimelineLine }) {
  const translate = useTranslate();
  const words = useWords();
  const who = line.by ? [line.by.name, words(line.by.role)].filter(Boolean).join(' · ') : translate('bihuan.case.bySystem');
  const when = lineWhen(line);
  const late = whenText(line.recorded) !== whenText(line.at);
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: { xs: '1rem 1fr', sm: '9.5rem 1rem 1fr' }, columnGap: 1.5 }}>
      <Typography component="time" dateTime={line.at} variant="body2" sx={{ display: { xs: 'none', sm: 'block' }, color: 'text.secondary', fontVariantNumeric: 'tabular-nums', textAlign: 'right', pt: '1px' }}>{when}</Typography>
      <Box aria-hidden sx={{ position: 'relative', '&::before': { content: '""', position: 'absolute', left: '50%', top: 0, bottom: 0, borderLeft: 1.5, borderColor: 'divider' }, '&::after': { content: '""', position: 'absolute', left: 'calc(50% - 0.2rem)', top: '0.5rem', width: '0.45rem', height: '0.45rem', borderRadius: '50%', bgcolor: line.by ? 'primary.main' : 'text.secondary', outline: 3, outlineColor: 'background.paper' } }} />
      <Box sx={{ pb: 1.5, minWidth: 0 }}>
        <Typography variant="body2"><Box component="span" sx={{ fontWeight: 600, mr: 1 }}>{words(line.title)}</Box><Box component="span" sx={{ color: 'text.secondary' }}>{who}</Box></Typography>
        <Typography variant="caption" component="p" sx={{ display: { sm: 'none' }, color: 'text.secondary' }}>{when}</Typography>
        {late && <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>{translate('bihuan.case.recordedAt', { at: whenText(line.recorded) })}</Typography>}
        {line.details.length > 0 && (
          <Disclosure summary={translate('bihuan.case.followed', { count: line.details.length })}>
            <Box component="ul" sx={{ m: 0, pl: 2.25 }}>{line.details.map((detail, i) => <Typography component="li" variant="body2" key={i} sx={{ overflowWrap: 'anywhere' }}>{words(detail.text)}</Typography>)}</Box>
          </Disclosure>
        )}
      </Box>
    </Box>
  );
}
