import { Box, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';

/** A page's first line: its h1, what belongs beside it, and what can be done with the page. Also names the browser's tab. */
export function PageHeader({ title, number, beside, actions }: { readonly title: string; readonly number?: string; readonly beside?: ReactNode; readonly actions?: ReactNode }) {
  const product = useTranslate()('bihuan.product');
  useEffect(() => { document.title = [number, title, product].filter(Boolean).join(' · '); }, [number, title, product]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, mb: 2, minHeight: '2.25rem' }}>
      <Typography variant="h1">{number && <Box component="span" sx={{ color: 'text.secondary', fontWeight: 500, mr: 1.25, fontVariantNumeric: 'tabular-nums' }}>{number}</Box>}{title}</Typography>
      {beside}
      {actions && <Box className="no-print" sx={{ ml: 'auto', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>{actions}</Box>}
    </Box>
  );
}
