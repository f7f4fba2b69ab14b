import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Box, Button } from '@mui/material';
import { HttpError, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { PageHeader } from '../layout/PageHeader.tsx';
import { useMethod } from '../methods/use-method.ts';
import { ActionPanel } from './ActionPanel.tsx';
import { AskList } from './AskList.tsx';
import { CaseLinePanel } from './CaseLinePanel.tsx';
import { CaseSummary } from './CaseSummary.tsx';
import { ClockPanel } from './ClockPanel.tsx';
import { EndingChecklist } from './EndingChecklist.tsx';
import { FactList } from './FactList.tsx';
import { LightMark } from './LightMark.tsx';
import { RecordList } from './RecordList.tsx';
import { Timeline } from './Timeline.tsx';
import { useCase } from './use-case.ts';
import { useWords } from '../i18n/use-words.ts';

/** One case: where it stands, what may be done now, what runs, what is missing, and everything that happened. */
export default function CasePage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const words = useWords();
  const { row, explained, timeline } = useCase(id);
  const { method } = useMethod();
  const error = explained.error ?? row.error;
  const back = <Button component={Link} to="/cases" color="inherit" startIcon={<ArrowBackIcon />}>{translate('bihuan.case.back')}</Button>;

  if (error instanceof HttpError && error.status === 404) return <><PageHeader title={translate('bihuan.case.title')} /><Empty action={back}>{translate('bihuan.case.gone', { id })}</Empty></>;
  if (error) return <><PageHeader title={id} actions={back} /><Failed error={error} onRetry={() => { void explained.refetch(); void row.refetch(); }} /></>;
  if (!explained.data || !row.data) return <><PageHeader title={id} actions={back} /><Loading lines={10} /></>;

  const explanation = explained.data;
  return (
    <>
      <PageHeader
        number={id} title={words(row.data.cells[method?.list.columns[0]?.name ?? ''])}
        beside={<LightMark light={row.data.light} word={words(row.data.labels.light)} />}
        actions={<>
          {back}
          <Button color="inherit" startIcon={<PrintIcon />} onClick={() => window.print()}>{translate('bihuan.case.print')}</Button>
        </>}
      />
      <CaseSummary row={row.data} explanation={explanation} />
      <CaseLinePanel explanation={explanation} />
      <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.65fr) minmax(20rem, 1fr)' }, '@media print': { gridTemplateColumns: '1fr' } }}>
        <div>
          <ActionPanel explanation={explanation} over={row.data.home} />
          <FactList explanation={explanation} />
          <RecordList explanation={explanation} />
        </div>
        <div>
          <ClockPanel explanation={explanation} />
          <EndingChecklist explanation={explanation} />
          <AskList explanation={explanation} />
        </div>
      </Box>
      <Timeline lines={timeline.data} error={timeline.error} onRetry={() => void timeline.refetch()} />
    </>
  );
}
