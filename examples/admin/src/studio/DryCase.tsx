import { Box } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ActionPanel } from '../cases/ActionPanel.tsx';
import { AskList } from '../cases/AskList.tsx';
import { CaseLinePanel } from '../cases/CaseLinePanel.tsx';
import { ClockPanel } from '../cases/ClockPanel.tsx';
import { EndingChecklist } from '../cases/EndingChecklist.tsx';
import { Timeline } from '../cases/Timeline.tsx';
import { Loading } from '../layout/states.tsx';
import type { DryRun } from './dry-run.ts';

/** A case of the run, by the panels of the real page. */
export function DryCase({ run, id, post, now }: { readonly run: DryRun; readonly id: string; readonly post: string; readonly now: number }) {
  const { data } = useQuery({
    queryKey: ['case', id, post, now], placeholderData: keepPreviousData,
    queryFn: async () => ({ explanation: await run.explain(id, await run.actorOf(post), now), lines: await run.timeline(id), home: (await run.engine.case(id))?.state.home ?? '' }),
  });
  if (!data?.explanation) return <Loading />;
  const { explanation, lines, home } = data;
  return (
    <>
      <CaseLinePanel explanation={explanation} />
      <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.4fr) minmax(18rem, 1fr)' } }}>
        <div><ActionPanel log={{ id, subject: false }} explanation={explanation} over={home} /><Timeline lines={lines} error={null} onRetry={() => undefined} /></div>
        <div><ClockPanel explanation={explanation} /><EndingChecklist explanation={explanation} /><AskList explanation={explanation} /></div>
      </Box>
    </>
  );
}
