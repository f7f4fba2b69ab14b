import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { PrintMenu } from '../paper/PrintMenu.tsx';
import type { LogRef } from '../providers/data-provider.ts';
import type { CaseLine, Explanation, Subject } from '../providers/wire.ts';
import { ActionPanel } from './ActionPanel.tsx';
import { AskList } from './AskList.tsx';
import { ClockPanel } from './ClockPanel.tsx';
import { FactList } from './FactList.tsx';
import { LightMark } from './LightMark.tsx';
import { RecordList } from './RecordList.tsx';
import { Timeline } from './Timeline.tsx';
import { PersonalData } from './PersonalData.tsx';
import { useLog } from './use-case.ts';
import { useRevealed } from './use-revealed.ts';

interface LogPageProps<Row> {
  readonly log: LogRef;
  readonly titleOf: (row: Row) => { readonly number?: string; readonly title: string };
  readonly back: ReactNode;
  readonly above: (row: Row, explanation: Explanation) => ReactNode;
  readonly beside?: (explanation: Explanation) => ReactNode;
  readonly below?: (explanation: Explanation) => ReactNode;
}

/** The page of whatever has a log, case or subject alike: facts, actions, records, clocks, asks, and everything that happened. */
export function LogPage<Row extends CaseLine | Subject>({ log, titleOf, back, above, beside, below }: LogPageProps<Row>) {
  const translate = useTranslate();
  const words = useWords();
  const { row, explained, timeline } = useLog<Row>(log);
  const { shown, ...access } = useRevealed(log, explained.data);
  const error = explained.error ?? row.error;
  if (error instanceof HttpError && error.status === 404) return <><PageHeader title={translate('bihuan.case.title')} /><Empty action={back}>{translate('bihuan.case.gone', { id: log.id })}</Empty></>;
  if (error) return <><PageHeader title={log.id} actions={back} /><Failed error={error} onRetry={() => { void explained.refetch(); void row.refetch(); }} /></>;
  if (!shown || !row.data) return <><PageHeader title={log.id} actions={back} /><Loading lines={10} /></>;

  const explanation = shown;
  const data: Row = row.data;
  const begun = explanation.version > 0;
  return (
    <>
      <PageHeader
        {...titleOf(data)}
        beside={(!log.subject || data.light !== 'none') && <LightMark light={data.light} word={words(data.labels.light)} />}
        actions={<>
          {back}
          <PrintMenu log={log} />
        </>}
      />
      {above(data, explanation)}
      <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.65fr) minmax(20rem, 1fr)' }, '@media print': { gridTemplateColumns: '1fr' } }}>
        <div>
          <ActionPanel log={log} explanation={explanation} over={data.home} />
          {(!log.subject || explanation.facts.length > 0) && <FactList explanation={explanation} beside={<PersonalData log={log} explanation={explanation} access={access} />} />}
          <RecordList explanation={explanation} />
        </div>
        <div>
          {beside && log.subject && beside(explanation)}
          {(!log.subject || explanation.clocks.length > 0) && <ClockPanel explanation={explanation} />}
          {beside && !log.subject && beside(explanation)}
          {below?.(explanation)}
          <AskList explanation={explanation} />
        </div>
      </Box>
      {begun && <Timeline lines={timeline.data} error={timeline.error} onRetry={() => void timeline.refetch()} />}
    </>
  );
}
