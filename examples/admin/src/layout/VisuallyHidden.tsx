import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Words for whoever listens to the page instead of looking at it. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <Box component="span" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }}>{children}</Box>
);
