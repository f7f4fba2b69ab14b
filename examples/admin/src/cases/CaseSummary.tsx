import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { CaseLine, Explanation } from '../providers/wire.ts';
import { whenText } from '../time/instant-text.ts';

/** The line under the number: what kind, from where, whose, since when, and who is awaited. */
export function CaseSummary({ row, explanation }: { readonly row: CaseLine; readonly explanation: Explanation }) {
  const translate = useTranslate();
  const words = useWords();
  const facts: [string, string][] = [
    ['kind', words(explanation.kind.label)],
    ['source', words(explanation.source.label)],
    ['home', words(row.labels.home)],
    ['opened', whenText(row.opened)],
    ...(explanation.ended
      ? [['outcome', words(explanation.ended.label)], ['ended', whenText(explanation.ended.at)]] as [string, string][]
      : [['step', words(explanation.step.label)], ['awaited', explanation.awaited.map(words).join('、')]] as [string, string][]),
  ];
  return (
    <Box component="dl" sx={{ m: 0, mb: 2, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.25 }}>
      {facts.filter(([, text]) => text !== '').map(([name, text]) => (
        <Box key={name} sx={{ display: 'flex', gap: 0.75 }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{translate(`bihuan.case.${name}`)}</Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, fontWeight: name === 'step' || name === 'outcome' ? 600 : 400 }}>{text}</Typography>
        </Box>
      ))}
    </Box>
  );
}
