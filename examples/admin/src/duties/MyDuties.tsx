import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { Disclosure } from '../layout/Disclosure.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading } from '../layout/states.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Duty } from '../providers/wire.ts';
import { dueText } from '../time/instant-text.ts';
import { useNow } from '../time/use-now.ts';
import { DutyList } from './DutyList.tsx';

/** Today's first: what ends with this day. What is done, and what only begins later, is folded away. */
export function MyDuties() {
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
