import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** While something is fetched: lines where text will be, and a word for who cannot see them. */
export function Loading({ lines = 4 }: { readonly lines?: number }) {
  const translate = useTranslate();
  return (
    <Box role="status" aria-live="polite" sx={{ py: 1, position: 'relative' }}>
      <VisuallyHidden>{translate('bihuan.state.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, i) => <Skeleton key={i} height="2rem" width={`${96 - ((i * 13) % 40)}%`} />)}
    </Box>
  );
}

/** Why nothing is shown: the server's own sentence where there is one, and a way to try again. */
export function Failed({ error, onRetry }: { readonly error?: unknown; readonly onRetry?: (() => void) | undefined }) {
  const translate = useTranslate();
  const sentence = error instanceof HttpError ? error.message : '';
  return (
    <Alert severity="error" variant="outlined" sx={{ my: 1 }} action={onRetry && <Button color="inherit" size="small" onClick={onRetry}>{translate('bihuan.state.retry')}</Button>}>
      {translate('bihuan.state.failed')}{sentence && `：${sentence}`}
    </Alert>
  );
}

export function Empty({ children, hint, action }: { readonly children: ReactNode; readonly hint?: ReactNode; readonly action?: ReactNode }) {
  return (
    <Box sx={{ textAlign: 'center', py: 6, px: 2 }}>
      <Typography sx={{ color: 'text.primary' }}>{children}</Typography>
      {hint && <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>{hint}</Typography>}
      {action && <Box sx={{ mt: 2 }}>{action}</Box>}
    </Box>
  );
}
