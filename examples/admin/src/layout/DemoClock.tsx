import { Box, Button, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import { whenText } from '../time/instant-text.ts';
import { useDemo } from '../time/use-now.ts';

const steps = { hour: '1 hour', day: '1 day', week: '1 week' } as const;

/** Only in a demo: what time the server thinks it is, and moving it on. What falls due on the way happens. */
export function DemoClock() {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const provider = useDataProvider<BihuanProvider>();
  const demo = useDemo();
  const { mutate, isPending } = useMutation({
    mutationFn: (advance: string) => provider.advance(advance),
    onSuccess: async ({ now }) => {
      notify('bihuan.demo.moved', { type: 'info', messageArgs: { now: whenText(now) } });
      await queries.invalidateQueries();
    },
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  if (!demo?.demo) return null;
  return (
    <Box component="aside" aria-label={translate('bihuan.demo.label')} className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: { xs: 1.5, md: 2.5 }, py: 0.5, bgcolor: 'background.default', borderBottom: 1, borderColor: 'divider' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.demo.now')}</Typography>
      <Typography variant="body2" component="time" dateTime={demo.now} sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>{whenText(demo.now)}</Typography>
      <Box sx={{ display: 'flex', gap: 0.5, ml: { sm: 1 } }}>
        {(Object.keys(steps) as (keyof typeof steps)[]).map((step) => (
          <Button key={step} size="small" variant="outlined" color="inherit" disabled={isPending} onClick={() => mutate(steps[step])} sx={{ py: 0, borderColor: 'divider' }}>{translate(`bihuan.demo.${step}`)}</Button>
        ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', ml: 'auto', display: { xs: 'none', md: 'block' } }}>{translate('bihuan.demo.hint')}</Typography>
    </Box>
  );
}
