import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** What can be unfolded: the browser's own, so keyboard and screen reader know it. */
export function Disclosure({ summary, children, open = false }: { readonly summary: ReactNode; readonly children: ReactNode; readonly open?: boolean }) {
  return (
    <Box component="details" open={open} sx={{ mt: 0.5 }}>
      <Box component="summary" sx={{ cursor: 'pointer', color: 'primary.main', fontSize: '0.875rem', width: 'fit-content', borderRadius: 0.5, py: 0.25, '&:focus-visible': { outline: 2, outlineColor: 'primary.main', outlineOffset: 2 } }}>{summary}</Box>
      <Box sx={{ pt: 0.75 }}>{children}</Box>
    </Box>
  );
}
