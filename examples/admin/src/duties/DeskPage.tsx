import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DueCell } from '../cases/DueCell.tsx';
import { LightMark } from '../cases/LightMark.tsx';
import { logPath } from '../cases/log-path.ts';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { useMethod } from '../methods/use-method.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { CaseLine } from '../providers/wire.ts';
import { MyDuties } from './MyDuties.tsx';

const most = 10;

/** 工作台: what I have to do today, by norm and by case. */
export default function DeskPage() {
  const translate = useTranslate();
  const { method } = useMethod();
  return (
    <>
      <PageHeader title={translate('bihuan.menu.desk')} />
      <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
        {method && method.norms.length > 0 && <MyDuties />}
        <MyCases />
      </Box>
    </>
  );
}

function MyCases() {
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const { method } = useMethod();
  const { data, error, refetch } = useQuery({
    queryKey: ['cases', 'desk'],
    queryFn: () => provider.getList<CaseLine>('cases', { pagination: { page: 1, perPage: most }, sort: { field: 'due', order: 'ASC' }, filter: { view: 'todo' } }),
  });
  const first = method?.list.columns[0]?.name ?? '';
  return (
    <Panel title={translate('bihuan.duty.cases')} beside={<Button component={Link} to="/cases" size="small">{translate('bihuan.duty.allCases', { count: data?.total ?? 0 })}</Button>}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : !data ? <Loading />
        : data.data.length === 0 ? <Empty>{translate('bihuan.duty.noCases')}</Empty> : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.data.map((row) => (
              <Box component="li" key={row.id} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
                <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                  <LightMark light={row.light} word={words(row.labels.light)} /><DueCell row={row} />
                  <Typography variant="body2" sx={{ ml: 'auto', color: 'text.secondary' }}>{words(row.labels.step)}</Typography>
                </Box>
                <Box component={Link} to={logPath({ id: row.id, subject: false })} sx={{ color: 'primary.main', overflowWrap: 'anywhere' }}>{row.id} {words(row.cells[first])}</Box>
              </Box>
            ))}
          </Box>
        )}
    </Panel>
  );
}
