import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DueCell } from '../cases/DueCell.tsx';
import { LightMark } from '../cases/LightMark.tsx';
import { logPath } from '../cases/log-path.ts';
import { useWords } from '../i18n/use-words.ts';
import { Disclosure } from '../layout/Disclosure.tsx';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { useMethod } from '../methods/use-method.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { CaseLine, Duty } from '../providers/wire.ts';
import { dueText } from '../time/instant-text.ts';
import { useNow } from '../time/use-now.ts';
import { DutyList } from './DutyList.tsx';

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

/** Today's first: what ends with this day. What is done, and what only begins later, is folded away. */
function MyDuties() {
  const translate = useTranslate();
  const provider = useDataProvider<BihuanProvider>();
  const now = useNow() ?? '';
  const { data, error, refetch } = useQuery({ queryKey: ['duties'], queryFn: () => provider.duties() });
  const isToday = ({ ends }: Duty) => ends !== undefined && dueText(ends).slice(0, 10) === now.slice(0, 10);
  const running = (data ?? []).filter((duty) => duty.running);
  const parts: [string, readonly Duty[]][] = [
    ['today', running.filter((duty) => isToday(duty))], ['period', running.filter((duty) => !isToday(duty) && !duty.met)],
  ];
  const folded: [string, readonly Duty[]][] = [['done', running.filter((duty) => !isToday(duty) && duty.met)], ['later', (data ?? []).filter((duty) => !duty.running)]];
  return (
    <Panel title={translate('bihuan.duty.mine')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : !data ? <Loading /> : (
        <>
          {data.length === 0 && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.duty.none')}</Typography>}
          {parts.filter(([, duties]) => duties.length > 0).map(([name, duties]) => (
            <Box key={name} data-duties={name} sx={{ '& + &': { mt: 1.5 } }}>
              <Typography variant="h3" sx={{ color: 'text.secondary' }}>{translate(`bihuan.duty.${name}`)}</Typography>
              <DutyList duties={duties} now={now} />
            </Box>
          ))}
          {folded.filter(([, duties]) => duties.length > 0).map(([name, duties]) => <Disclosure key={name} summary={`${translate(`bihuan.duty.${name}`)}（${duties.length}）`}><DutyList duties={duties} now={now} /></Disclosure>)}
        </>
      )}
    </Panel>
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
