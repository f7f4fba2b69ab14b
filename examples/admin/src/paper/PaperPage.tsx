import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Box, Button, GlobalStyles, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { PersonalData } from '../cases/PersonalData.tsx';
import { useLog } from '../cases/use-case.ts';
import { useRevealed } from '../cases/use-revealed.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Failed, Loading } from '../layout/states.tsx';
import type { CaseLine } from '../providers/wire.ts';
import { PaperSheet } from './PaperSheet.tsx';
import { paperForms } from './paper-forms.ts';

/** A case on paper: on the screen the sheet as it will be printed, on paper the sheet alone. */
export default function PaperPage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const translate = useTranslate();
  const form = paperForms.find((name) => name === search.get('form')) ?? 'order';
  const log = { id, subject: false };
  const { row, explained, timeline } = useLog<CaseLine>(log);
  const { shown, ...access } = useRevealed(log, explained.data);
  const error = explained.error ?? row.error ?? timeline.error;
  return (
    <>
      <GlobalStyles styles={{ '@page': { size: 'A4', margin: '16mm 15mm' } }} />
      <Box className="no-print">
        <PageHeader number={id} title={translate(`bihuan.paper.${form}`)} actions={<>
          <Button component={Link} to={`/cases/${encodeURIComponent(id)}/show`} color="inherit" startIcon={<ArrowBackIcon />}>{translate('bihuan.paper.back')}</Button>
          <Button variant="contained" startIcon={<PrintIcon />} disabled={!shown} onClick={() => window.print()}>{translate('bihuan.case.print')}</Button>
        </>} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
          <ToggleButtonGroup exclusive size="small" value={form} aria-label={translate('bihuan.paper.which')} onChange={(_, next: string | null) => next && setSearch({ form: next }, { replace: true })}>
            {paperForms.map((name) => <ToggleButton key={name} value={name} sx={{ color: 'text.primary' }}>{translate(`bihuan.paper.${name}`)}</ToggleButton>)}
          </ToggleButtonGroup>
          {shown && <PersonalData log={log} explanation={shown} access={access} />}
        </Box>
      </Box>
      {error ? <Failed error={error} onRetry={() => { void explained.refetch(); void row.refetch(); }} /> : !shown || !row.data || !timeline.data ? <Loading lines={12} /> : <PaperSheet form={form} row={row.data} explanation={shown} lines={timeline.data} />}
    </>
  );
}
