import { Box, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';

/** A page's first line: its h1, what belongs beside it, and what can be done with the page. Also names the browser's tab. */
export function PageHeader({ title, beside, actions }: { readonly title: string; readonly beside?: ReactNode; readonly actions?: ReactNode }) {
  const product = useTranslate()('bihuan.product');
  useEffect(() => { document.title = `${title} · ${product}`; }, [title, product]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, mb: 1.5 }}>
      <Typography variant="h1">{title}</Typography>
      {beside}
      {actions && <Box className="no-print" sx={{ ml: 'auto', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>{actions}</Box>}
    </Box>
  );
}
