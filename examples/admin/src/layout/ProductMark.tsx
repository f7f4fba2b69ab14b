import { Box } from '@mui/material';

/** A ring that all but closes: 闭环. */
export const ProductMark = ({ size = '1.5rem' }: { readonly size?: string }) => (
  <Box component="svg" viewBox="0 0 32 32" aria-hidden sx={{ width: size, height: size, color: 'primary.main', flexShrink: 0 }}>
    <circle cx="16" cy="16" r="11" fill="none" stroke="currentColor" strokeWidth="5" strokeDasharray="57 13" transform="rotate(-60 16 16)" />
    <circle cx="16" cy="16" r="3.5" fill="currentColor" />
  </Box>
);
