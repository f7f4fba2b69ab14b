import CheckIcon from '@mui/icons-material/Check';
import SchemaIcon from '@mui/icons-material/SchemaOutlined';
import { Box, Button, Tooltip, Typography } from '@mui/material';
import { Suspense, lazy, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { endingNode } from '../methods/flow-names.ts';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import { Panel } from '../layout/Panel.tsx';
import type { ExplainedStep, Explanation } from '../providers/wire.ts';

const FlowDialog = lazy(() => import('../methods/FlowDialog.tsx'));

/** The line of the case's kind and the place in it; steps that do not apply are shown as such, with their condition. */
export function CaseLinePanel({ explanation }: { readonly explanation: Explanation }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={translate('bihuan.case.line')} beside={<Button className="no-print" size="small" startIcon={<SchemaIcon />} onClick={() => setOpen(true)}>{translate('bihuan.case.flow')}</Button>}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', rowGap: 1 }}>
        {explanation.line.map((step, i) => <LineStep key={step.name} step={step} n={i + 1} last={i === explanation.line.length - 1} />)}
      </Box>
      {open && <Suspense fallback={null}><FlowDialog kind={explanation.kind.name} here={explanation.ended ? endingNode(explanation.ended.ending) : explanation.step.name} line={explanation.line} onClose={() => setOpen(false)} /></Suspense>}
    </Panel>
  );
}

const marks = {
  done: { borderColor: 'primary.main', color: 'primary.main', bgcolor: 'transparent' },
  here: { borderColor: 'primary.main', color: 'primary.contrastText', bgcolor: 'primary.main' },
  ahead: { borderColor: 'text.secondary', color: 'text.secondary', bgcolor: 'transparent' },
  skipped: { borderColor: 'divider', borderStyle: 'dashed', color: 'text.secondary', bgcolor: 'transparent' },
} as const;

function LineStep({ step, n, last }: { readonly step: ExplainedStep; readonly n: number; readonly last: boolean }) {
  const translate = useTranslate();
  const words = useWords();
  const state = translate(`bihuan.case.${step.state}`);
  const why = step.when ? translate('bihuan.case.when', { text: words(step.when) }) : '';
  return (
    <Box component="li" aria-current={step.state === 'here' ? 'step' : undefined} sx={{ display: 'flex', alignItems: 'center', minWidth: 0 }}>
      <Tooltip title={[state, why].filter(Boolean).join(' · ')}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, position: 'relative' }}>
          <Box aria-hidden sx={{ width: '1.5rem', height: '1.5rem', borderRadius: '50%', border: 1.5, display: 'grid', placeItems: 'center', fontSize: '0.75rem', fontWeight: 600, flexShrink: 0, ...marks[step.state] }}>
            {step.state === 'done' ? <CheckIcon sx={{ fontSize: '1rem' }} /> : n}
          </Box>
          <Typography component="span" variant="body2" sx={{ fontWeight: step.state === 'here' ? 700 : 400, color: step.state === 'here' || step.state === 'done' ? 'text.primary' : 'text.secondary', textDecoration: step.state === 'skipped' ? 'line-through' : 'none' }}>{words(step.label)}</Typography>
          <VisuallyHidden>（{state}）</VisuallyHidden>
        </Box>
      </Tooltip>
      {!last && <Box aria-hidden sx={{ width: '1.25rem', mx: 1, borderTop: 1.5, borderColor: step.state === 'done' ? 'primary.main' : 'divider', flexShrink: 0 }} />}
    </Box>
  );
}
