import { Box, Typography } from '@mui/material';
import { useWords } from '../i18n/use-words.ts';
import type { ExplainedAction } from '../providers/wire.ts';

/** Actions that cannot be taken, each with every reason as the engine says it. */
export function RefusedActions({ actions }: { readonly actions: readonly ExplainedAction[] }) {
  const words = useWords();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', columnGap: 3, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
      {actions.map((action) => (
        <Box component="li" key={action.name} data-refused={action.name} sx={{ py: 0.5 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>{words(action.label)}</Typography>
          {[...new Set(action.issues.map(words))].map((reason) => <Typography key={reason} variant="caption" component="p" sx={{ color: 'text.secondary' }}>{reason}</Typography>)}
        </Box>
      ))}
    </Box>
  );
}
