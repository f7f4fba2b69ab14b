import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { HttpError, useDataProvider, useGetIdentity, useStore, useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Failed, Loading } from '../layout/states.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Intake, Session } from '../providers/wire.ts';
import { QrCode } from './QrCode.tsx';

/** A card for each grid, to be printed and put up: its code leads to the residents' page. */
export default function QrPage() {
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const district = (useGetIdentity().data as Session | undefined)?.district;
  const { data, error, refetch } = useQuery({ queryKey: ['intake'], queryFn: () => provider.intake(), retry: false });
  const [base, setBase] = useStore('qr.base', location.origin);
  const [above, setAbove] = useState('');
  const closed = error instanceof HttpError && error.status === 404;
  const areas = [...new Map((data?.units ?? []).map((unit) => [unit.above.zh, unit.above])).values()];
  const units = (data?.units ?? []).filter((unit) => above === '' || unit.above.zh === above);
  return (
    <>
      <Box className="no-print">
        <PageHeader title={translate('bihuan.qr.title')} actions={data && <Button variant="contained" startIcon={<PrintIcon />} onClick={() => print()}>{translate('bihuan.qr.print')}</Button>} />
        {closed ? <Alert severity="info" variant="outlined">{translate('bihuan.qr.closed')}</Alert> : error ? <Failed error={error} onRetry={() => void refetch()} /> : !data ? <Loading /> : (
          <>
            <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>{translate('bihuan.qr.hint')}</Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
              <TextField size="small" label={translate('bihuan.qr.base')} value={base} onChange={(event) => setBase(event.target.value.trim())} sx={{ flex: '1 1 20rem' }} />
              <TextField size="small" select label={translate('bihuan.qr.choose')} value={above} onChange={(event) => setAbove(event.target.value)} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }} sx={{ minWidth: '12rem' }}>
                <MenuItem value="">{translate('bihuan.list.any')}</MenuItem>
                {areas.map((area) => <MenuItem key={area.zh} value={area.zh}>{words(area)}</MenuItem>)}
              </TextField>
            </Box>
          </>
        )}
      </Box>
      {data && district !== undefined && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(16rem, 1fr))', '@media print': { gridTemplateColumns: '1fr 1fr', gap: '8mm' } }}>
          {units.map((unit) => <Card key={unit.name} unit={unit} phone={data.phone} address={`${base.replace(/\/+$/, '')}/r/${encodeURIComponent(district)}/${encodeURIComponent(unit.name)}`} />)}
        </Box>
      )}
    </>
  );
}

function Card({ unit, phone, address }: { readonly unit: Intake['units'][number]; readonly phone: string | undefined; readonly address: string }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box component="article" data-qr={unit.name} sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 2, textAlign: 'center', bgcolor: '#fff', color: '#000', breakInside: 'avoid', '@media print': { borderColor: '#000', height: '84mm', p: '4mm' } }}>
      <Typography variant="h2" sx={{ fontSize: '1.25rem' }}>{words(unit.label)}</Typography>
      <Typography variant="body2">{words(unit.above)}</Typography>
      <Box sx={{ width: '11rem', mx: 'auto', my: 1, '@media print': { width: '42mm' } }}><QrCode text={address} label={translate('bihuan.qr.of', { label: words(unit.label) })} /></Box>
      <Typography sx={{ fontWeight: 700 }}>{translate('bihuan.qr.scan')}</Typography>
      {phone && <Typography variant="body2">{translate('bihuan.qr.byPhone', { phone })}</Typography>}
      <Typography variant="caption" component="p" sx={{ overflowWrap: 'anywhere' }}>{translate('bihuan.qr.number', { id: unit.name })} · {address}</Typography>
    </Box>
  );
}
