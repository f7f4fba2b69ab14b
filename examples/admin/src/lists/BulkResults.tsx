import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LightMark } from '../cases/LightMark.tsx';

export interface RowResult { readonly id: string; readonly state: 'done' | 'refused' | 'lost'; readonly sentences: readonly string[] }

const lights = { done: 'met', refused: 'red', lost: 'yellow' } as const;

/** What became of each row: done, or the sentence why not. */
export function BulkResults({ results, of }: { readonly results: readonly RowResult[]; readonly of: number }) {
  const translate = useTranslate();
  const done = results.filter(({ state }) => state === 'done').length;
  return (
    <>
      <Typography role="status" sx={{ fontWeight: 600 }}>{translate('bihuan.bulk.done', { done, count: of })}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {results.map(({ id, state, sentences }) => (
          <Box component="li" key={id} data-result={state} sx={{ display: 'grid', gridTemplateColumns: '6.5rem 6.5rem 1fr', gap: 1, py: 0.5, borderTop: 1, borderColor: 'divider', alignItems: 'start' }}>
            <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>{id}</Typography>
            <span><LightMark light={lights[state]} word={translate(`bihuan.bulk.${state}Row`)} /></span>
            <Typography variant="body2" component="div">{sentences.map((sentence) => <div key={sentence}>{sentence}</div>)}</Typography>
          </Box>
        ))}
      </Box>
    </>
  );
}
