import { Typography } from '@mui/material';
import type { CaseLine } from '../providers/wire.ts';
import { dueText } from '../time/instant-text.ts';
import { useDueWords } from '../time/use-due-words.ts';
import { useNow } from '../time/use-now.ts';

/** How far off the end of the nearest limit is; when exactly it ends is the hint. */
export function DueCell({ row }: { readonly row: CaseLine }) {
  const dueWords = useDueWords();
  const now = useNow();
  if (!row.due || !now || row.ended) return null;
  return <Typography variant="caption" component="div" title={dueText(row.due)} sx={{ whiteSpace: 'nowrap', color: row.light === 'red' ? 'error.main' : 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{dueWords(row.due, now)}</Typography>;
}
