import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../layout/Panel.tsx';
import type { Explanation } from '../providers/wire.ts';
import { whenText } from '../time/instant-text.ts';
import { LightMark } from './LightMark.tsx';

const states = { open: { word: 'askOpen', light: 'none' }, accepted: { word: 'askAccepted', light: 'none' }, replied: { word: 'askReplied', light: 'met' } } as const;

/** 派单: what was asked of whom, and what came back. */
export function AskList({ explanation }: { readonly explanation: Explanation }) {
  const translate = useTranslate();
  const words = useWords();
  if (explanation.asks.length === 0) return null;
  return (
    <Panel title={translate('bihuan.case.asks')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {explanation.asks.map((ask) => (
          <Box component="li" key={ask.id} sx={{ py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>{words(ask.label)}</Typography>
              <Box sx={{ ml: 'auto' }}><LightMark light={states[ask.state].light} word={words(ask.reply) || translate(`bihuan.case.${states[ask.state].word}`)} /></Box>
            </Box>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>{translate('bihuan.case.to', { to: words(ask.to) })} · {whenText(ask.at)}</Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
