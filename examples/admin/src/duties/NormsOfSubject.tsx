import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../layout/Panel.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import { usePeriodWords } from '../time/use-period-words.ts';
import { DutyMark } from './DutyMark.tsx';
import { wanted } from './duty-state.ts';

/** 履职: what is required of one subject in the periods that run now, and how far it has come. */
export function NormsOfSubject({ id, version }: { readonly id: string; readonly version: number }) {
  const translate = useTranslate();
  const words = useWords();
  const periodWords = usePeriodWords();
  const provider = useDataProvider<BihuanProvider>();
  const { data = [] } = useQuery({ queryKey: ['subjects', id, 'norms', version], queryFn: () => provider.normsOf(id) });
  if (data.length === 0) return null;
  return (
    <Panel title={translate('bihuan.duty.title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map(({ name, label, period, min, max, rows: [row] }) => row && (
          <Box component="li" key={name} data-norm={name} sx={{ py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
              <Box component={Link} to={`/norms/${encodeURIComponent(name)}`} sx={{ color: 'primary.main', fontSize: '0.9375rem' }}>{words(label)}</Box>
              <Box sx={{ ml: 'auto' }}><DutyMark count={row.count} min={min} max={max} met={row.met} over={row.closed} /></Box>
            </Box>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>{[periodWords(period), translate('bihuan.duty.count', { count: row.count, wanted: wanted({ min, max }) })].filter(Boolean).join(' · ')}</Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
