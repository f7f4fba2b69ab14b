import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CaseLine } from '../providers/wire.ts';
import { briefly, dueText } from '../time/instant-text.ts';
import { useDueWords } from '../time/use-due-words.ts';
import { useNow } from '../time/use-now.ts';

/** When the nearest limit ends and how far off that is. */
export function DueCell({ row }: { readonly row: CaseLine }) {
  const translate = useTranslate();
  const dueWords = useDueWords();
  const now = useNow();
  if (!row.due) return <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{row.ended ? '' : translate('bihuan.list.noDue')}</Box>;
  return (
    <Box sx={{ whiteSpace: 'nowrap' }}>
      <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>{briefly(dueText(row.due), now)}</Typography>
      {now && !row.ended && <Typography variant="caption" sx={{ color: row.light === 'red' ? 'error.main' : 'text.secondary' }}>{dueWords(row.due, now)}</Typography>}
    </Box>
  );
}
