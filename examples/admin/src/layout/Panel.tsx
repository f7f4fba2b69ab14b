import { Box, Paper, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

/** A titled block of a page. */
export function Panel({ title, beside, children, flush = false, className }: { readonly title: string; readonly beside?: ReactNode; readonly children: ReactNode; readonly flush?: boolean; readonly className?: string }) {
  const id = useId();
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} className={className} sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, pt: 1.5, pb: 1 }}>
        <Typography id={id} variant="h2">{title}</Typography>
        {beside && <Box sx={{ ml: 'auto' }}>{beside}</Box>}
      </Box>
      <Box sx={flush ? {} : { px: 2, pb: 2 }}>{children}</Box>
    </Paper>
  );
}
