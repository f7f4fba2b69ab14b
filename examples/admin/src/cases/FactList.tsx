import { Box, Chip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../layout/Panel.tsx';
import type { Explanation } from '../providers/wire.ts';
import { FileLinks, filesIn } from './FileLinks.tsx';

/** 事项信息: who raised it, fields with their values in words, and what the classifications answered. */
export function FactList({ explanation, beside }: { readonly explanation: Explanation; readonly beside?: ReactNode }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Panel title={translate('bihuan.case.facts')} beside={beside}>
      <Box component="dl" sx={{ m: 0, display: 'grid', columnGap: 3, rowGap: 0.75, gridTemplateColumns: { xs: 'minmax(5em, auto) 1fr', sm: 'minmax(6em, auto) minmax(0, 1fr) minmax(6em, auto) minmax(0, 1fr)' } }}>
        <Reporter explanation={explanation} />
        {explanation.answers.map(({ name, label, text, because }) => <Fact key={`answer.${name}`} label={words(label)} title={because ? translate('bihuan.case.because', { text: words(because) }) : undefined}>{words(text)}</Fact>)}
        {explanation.facts.map(({ name, label, text, value, personal }) => (
          <Fact key={name} label={words(label)} wide={filesIn(value).length > 0 || [...words(text)].length > 24}>
            {filesIn(value).length > 0 ? <FileLinks id={explanation.id} files={filesIn(value)} /> : words(text) || <Box component="span" sx={{ color: 'text.secondary' }}>{translate('bihuan.case.noFacts')}</Box>}
            {personal && <Chip size="small" variant="outlined" label={translate('bihuan.case.personal')} sx={{ ml: 1, height: '1.4rem' }} />}
          </Fact>
        ))}
      </Box>
    </Panel>
  );
}

/** 诉求人: masked, in the clear, or erased. */
function Reporter({ explanation: { reporter, personal } }: { readonly explanation: Explanation }) {
  const translate = useTranslate();
  if (!reporter) return null;
  const gone = personal.erased && Object.keys(reporter).length === 0;
  const parts = (['name', 'phone'] as const).flatMap((part) => (reporter[part] === undefined ? [] : [{ part, text: reporter[part] }]));
  if (gone) return <Fact label={translate('bihuan.report.reporter')}>{translate('bihuan.personal.gone')}</Fact>;
  return parts.map(({ part, text }) => (
    <Fact key={part} label={translate(`bihuan.personal.${part}`)}>{text}<Chip size="small" variant="outlined" label={translate('bihuan.case.personal')} sx={{ ml: 1, height: '1.4rem' }} /></Fact>
  ));
}

/** A long text takes the whole width and begins a new line. */
function Fact({ label, title, wide = false, children }: { readonly label: string; readonly title?: string | undefined; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap', ...(wide ? { gridColumn: 1 } : {}) }}>{label}</Typography>
      <Typography component="dd" variant="body2" title={title} sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', ...(wide ? { gridColumn: '2 / -1' } : {}) }}>{children}</Typography>
    </>
  );
}
