import { Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useLocaleState, useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { LanguageEffect } from '../layout/LanguageEffect.tsx';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Panel } from '../layout/Panel.tsx';
import { ProductMark } from '../layout/ProductMark.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { IssuedSheet } from '../ledgers/IssuedSheet.tsx';
import { SheetCell } from '../ledgers/SheetCell.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Publication } from '../providers/wire.ts';
import { PageStyles } from '../theme/PageStyles.tsx';
import { PeriodPicker } from '../time/PeriodPicker.tsx';
import { useNow } from '../time/use-now.ts';

/** 公示: a public ledger for everybody, without signing in. Nothing on it leads to a case. */
export default function PublicPage() {
  const { district = '', name = '' } = useParams();
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const now = useNow(district);
  const [locale, setLocale] = useLocaleState();
  const [search, setSearch] = useSearchParams();
  const period = search.get('period') ?? '';
  const { data, error, refetch } = useQuery({ queryKey: ['public', district, name, period], queryFn: () => provider.publication(district, name, { period }), retry: false });
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'background.default', color: 'text.primary', px: { xs: 1.5, md: 4 }, py: 3 }}>
      <PageStyles />
      <LanguageEffect />
      <Box component="main" sx={{ maxWidth: '75rem', mx: 'auto' }}>
        <Box className="no-print" sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 2 }}>
          <ProductMark />
          <Typography noWrap sx={{ color: 'text.secondary' }}>{words(data?.district)}</Typography>
          <Button size="small" color="inherit" sx={{ ml: 'auto' }} lang={locale === 'en' ? 'zh-CN' : 'en'} onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')}>{locale === 'en' ? '中文' : 'English'}</Button>
          <Button size="small" color="inherit" component={Link} to="/login">{translate('bihuan.login.title')}</Button>
        </Box>
        <PageHeader title={data ? translate('bihuan.ledger.publicTitle', { label: words(data.label) }) : translate('bihuan.ledger.public')} beside={data && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.ledger.rows', { count: data.rows.length })}</Typography>} />
        <Paper variant="outlined" sx={{ overflow: 'hidden', mb: 2 }}>
          {now && <Box className="no-print" sx={{ p: 2 }}><PeriodPicker value={period} today={now.slice(0, 10)} onChange={(value) => setSearch(value ? { period: value } : {}, { replace: true })} /></Box>}
          {error ? <Box sx={{ p: 2 }}><Failed error={error} onRetry={() => void refetch()} /></Box> : !data ? <Box sx={{ px: 2 }}><Loading lines={6} /></Box>
            : data.rows.length === 0 ? <Empty>{translate('bihuan.ledger.empty')}</Empty> : <PublicSheet table={data} />}
        </Paper>
        {data && data.issued.length > 0 && <Panel title={translate('bihuan.ledger.issued')}>{data.issued.map((list, i) => <IssuedSheet key={list.id} list={list} open={i === 0} />)}</Panel>}
      </Box>
    </Box>
  );
}

function PublicSheet({ table }: { readonly table: Publication }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box role="region" aria-label={translate('bihuan.ledger.scroll', { label: words(table.label) })} tabIndex={0} sx={{ overflow: 'auto', borderTop: 1, borderColor: 'divider' }}>
      <Table size="small" sx={{ '& td': { verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow><TableCell component="th" scope="col">{translate('bihuan.ledger.number')}</TableCell>{table.columns.map(({ name, label }) => <TableCell component="th" scope="col" key={name}>{words(label)}</TableCell>)}</TableRow>
        </TableHead>
        <TableBody>{table.rows.map((row, i) => <TableRow key={i} data-row={i}><TableCell>{i + 1}</TableCell>{row.map((cell, j) => <SheetCell key={j} text={words(cell)} />)}</TableRow>)}</TableBody>
      </Table>
    </Box>
  );
}
