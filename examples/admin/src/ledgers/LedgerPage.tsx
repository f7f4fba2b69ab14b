import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Chip, Paper, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { useParams, useSearchParams } from 'react-router-dom';
import { UnitInput } from '../forms/UnitInput.tsx';
import { useWords } from '../i18n/use-words.ts';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { PageHeader } from '../layout/PageHeader.tsx';
import { useMethod } from '../methods/use-method.ts';
import { type BihuanProvider, ledgerFile } from '../providers/data-provider.ts';
import { PeriodPicker } from '../time/PeriodPicker.tsx';
import { useNow } from '../time/use-now.ts';
import { IssueButton } from './IssueButton.tsx';
import { IssuedLists } from './IssuedLists.tsx';
import { LedgerSheet } from './LedgerSheet.tsx';

/** 台账: one ledger of the method, its period and unit kept in the address, the sheet, and the same as an Excel file. */
export default function LedgerPage() {
  const { name = '' } = useParams();
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const { method } = useMethod();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const period = search.get('period') ?? '';
  const within = search.get('within') ?? '';
  const { data, error, refetch, isPlaceholderData } = useQuery({ queryKey: ['ledgers', name, period, within], queryFn: () => provider.ledger(name, { period, within }), placeholderData: (before, query) => (query?.queryKey[1] === name ? before : undefined) });
  const set = (key: string, value: string) => setSearch((before) => { before.delete(key); if (value) before.set(key, value); return before; }, { replace: true });
  const ledger = method?.ledgers.find((each) => each.name === name);
  const label = words(data?.label ?? ledger?.label) || translate('bihuan.menu.ledgers');
  return (
    <>
      <PageHeader
        title={label}
        beside={<>{ledger?.public && <Chip size="small" variant="outlined" label={translate('bihuan.ledger.public')} />}{data && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.ledger.rows', { count: data.rows.length })}</Typography>}</>}
        actions={<>
          {ledger?.issuedBy && <IssueButton name={name} label={label} period={period} within={within} by={ledger.issuedBy} />}
          <Button variant={ledger?.issuedBy ? 'outlined' : 'contained'} startIcon={<DownloadIcon />} href={ledgerFile(name, { period, within })} download>{translate('bihuan.ledger.export')}</Button>
        </>}
      />
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: { xs: 1.5, sm: 2 } }}>
          {now && <PeriodPicker value={period} today={now.slice(0, 10)} onChange={(value) => set('period', value)} />}
          <Box sx={{ width: '15rem' }}><UnitInput label={translate('bihuan.case.home')} value={within} onChange={(value) => set('within', value)} /></Box>
        </Box>
        {error ? <Box sx={{ p: 2 }}><Failed error={error} onRetry={() => void refetch()} /></Box>
          : !data ? <Box sx={{ px: 2 }}><Loading lines={8} /></Box>
            : data.rows.length === 0 ? <Empty>{translate('bihuan.ledger.empty')}</Empty>
              : <Box aria-busy={isPlaceholderData}><LedgerSheet ledger={data} label={label} /></Box>}
      </Paper>
      {ledger?.issuedBy && <IssuedLists name={name} />}
    </>
  );
}
