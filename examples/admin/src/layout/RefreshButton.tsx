import RefreshIcon from '@mui/icons-material/Refresh';
import { Box, CircularProgress, IconButton, Tooltip } from '@mui/material';
import { useLoading, useRefresh, useTranslate } from 'react-admin';

/** Fetches everything on the page anew, and shows that something is being fetched. */
export function RefreshButton() {
  const label = useTranslate()('ra.action.refresh');
  const refresh = useRefresh();
  const loading = useLoading();
  return (
    <Tooltip title={label}>
      <IconButton color="inherit" aria-label={label} aria-busy={loading} onClick={refresh} sx={{ display: { xs: 'none', sm: 'inline-flex' } }}>
        {loading ? <Box component="span" aria-hidden sx={{ display: 'inline-flex', p: '3px' }}><CircularProgress size="1.1rem" color="inherit" aria-label={label} /></Box> : <RefreshIcon />}
      </IconButton>
    </Tooltip>
  );
}
