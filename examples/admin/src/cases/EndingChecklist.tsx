import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import CircleIcon from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Disclosure } from '../layout/Disclosure.tsx';
import { Panel } from '../layout/Panel.tsx';
import { endingsOf } from './endings-of.ts';
import type { ChecklistItem, ExplainedEnding, Explanation } from '../providers/wire.ts';

/** 销号还差: for each ending that counts as solved, what is there and what is missing, and what would bring it about. */
export function EndingChecklist({ explanation }: { readonly explanation: Explanation }) {
  const translate = useTranslate();
  const words = useWords();
  const endings = endingsOf(explanation);
  const solved = endings.filter(({ outcome }) => outcome === 'solved');
  const others = endings.filter(({ outcome, checklist }) => outcome !== 'solved' && checklist.length > 0);
  if (explanation.ended || endings.length === 0) return null;
  return (
    <Panel title={translate('bihuan.case.missing')}>
      {solved.map((ending) => <OneEnding key={ending.name} ending={ending} titled={solved.length > 1} />)}
      {others.length > 0 && (
        <Disclosure summary={translate('bihuan.case.otherEndings')}>
          {others.map((ending) => <Box key={ending.name} sx={{ mb: 1 }}><Typography variant="h3">{words(ending.label)}</Typography><OneEnding ending={ending} titled={false} /></Box>)}
        </Disclosure>
      )}
    </Panel>
  );
}

function OneEnding({ ending, titled }: { readonly ending: ExplainedEnding; readonly titled: boolean }) {
  const translate = useTranslate();
  const words = useWords();
  const missing = ending.checklist.filter(({ met }) => !met).length;
  return (
    <Box data-ending={ending.name}>
      {titled && <Typography variant="h3" sx={{ mt: 1 }}>{translate('bihuan.case.checklistOf', { label: words(ending.label) })}</Typography>}
      {missing === 0 && <Typography variant="body2" sx={{ color: 'success.main', fontWeight: 600 }}>{translate('bihuan.case.allMet', { label: words(ending.label) })}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{ending.checklist.map((item) => <ChecklistLine key={item.name} item={item} />)}</Box>
    </Box>
  );
}

function ChecklistLine({ item }: { readonly item: ChecklistItem }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box component="li" data-met={item.met} data-requirement={item.name} sx={{ display: 'flex', gap: 1, py: 0.5 }}>
      {item.met ? <CheckCircleIcon fontSize="small" sx={{ color: 'success.main', mt: '0.15em' }} /> : <CircleIcon fontSize="small" sx={{ color: 'warning.main', mt: '0.15em' }} />}
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2"><Box component="span" sx={{ fontWeight: 600, color: item.met ? 'success.main' : 'warning.main', mr: 0.75 }}>{translate(item.met ? 'bihuan.case.met' : 'bihuan.case.unmet')}</Box>{words(item.say)}</Typography>
        {!item.met && item.by && item.by.length > 0 && <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>{translate('bihuan.case.by', { actions: item.by.map(({ label }) => words(label)).join('”“') })}</Typography>}
        {item.source && <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>{translate('bihuan.case.byArticle', { source: words(item.source) })}</Typography>}
      </Box>
    </Box>
  );
}
