import { Box, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { useParams, useSearchParams } from 'react-router-dom';
import { UnitInput } from '../forms/UnitInput.tsx';
import { useWords } from '../i18n/use-words.ts';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { PageHeader } from '../layout/PageHeader.tsx';
import { useMethod } from '../methods/use-method.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import { PeriodPicker } from '../time/PeriodPicker.tsx';
import { useNow } from '../time/use-now.ts';
import { MetricGrid } from './MetricGrid.tsx';

/** 看板: the metrics of one board, as of a day, in a period, of a unit; every number opens the list behind it. */
export default function BoardPage() {
  const { name = '' } = useParams();
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const { method } = useMethod();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const [period, asOf, within] = [search.get('period') ?? '', search.get('asOf') ?? '', search.get('within') ?? ''];
  const { data, error, refetch, isPlaceholderData } = useQuery({ queryKey: ['boards', name, period, asOf, within], queryFn: () => provider.board(name, { period, asOf, within }), placeholderData: (before, query) => (query?.queryKey[1] === name ? before : undefined) });
  const set = (key: string, value: string) => setSearch((before) => { before.delete(key); if (value) before.set(key, value); return before; }, { replace: true });
  const label = words(method?.boards.find((board) => board.name === name)?.label) || translate('bihuan.menu.boards');
  return (
    <>
      <PageHeader title={label} />
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        <TextField type="date" label={translate('bihuan.board.asOf')} value={asOf} slotProps={{ inputLabel: { shrink: true } }} onChange={({ target }) => set('asOf', target.value)} sx={{ bgcolor: 'background.paper' }} />
        {now && <Box sx={{ '& > div > *': { bgcolor: 'background.paper' } }}><PeriodPicker value={period} today={(asOf || now).slice(0, 10)} onChange={(value) => set('period', value)} /></Box>}
        <Box sx={{ width: '15rem', '& > *': { bgcolor: 'background.paper' } }}><UnitInput label={translate('bihuan.case.home')} value={within} onChange={(value) => set('within', value)} /></Box>
      </Box>
      {error ? <Failed error={error} onRetry={() => void refetch()} />
        : !data ? <Loading lines={6} />
          : data.length === 0 ? <Empty>{translate('bihuan.state.empty')}</Empty>
            : <Box aria-busy={isPlaceholderData}><MetricGrid metrics={data} /></Box>}
    </>
  );
}
