import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useMethod } from '../methods/use-method.ts';
import { useWords } from '../i18n/use-words.ts';
import type { CaseLine } from '../providers/wire.ts';
import { CaseLinePanel } from './CaseLinePanel.tsx';
import { CaseSummary } from './CaseSummary.tsx';
import { EndingChecklist } from './EndingChecklist.tsx';
import { LineagePanel } from './LineagePanel.tsx';
import { LogPage } from './LogPage.tsx';

/** One case: where it stands, what may be done now, what runs, what is missing, what it belongs with, and everything that happened. */
export default function CasePage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const words = useWords();
  const { method } = useMethod();
  return (
    <LogPage<CaseLine>
      key={id} log={{ id, subject: false }}
      titleOf={(row) => ({ number: id, title: words(row.cells[method?.list.columns[0]?.name ?? '']) })}
      back={<Button component={Link} to="/cases" color="inherit" startIcon={<ArrowBackIcon />}>{translate('bihuan.case.back')}</Button>}
      above={(row, explanation) => <><CaseSummary row={row} explanation={explanation} /><CaseLinePanel explanation={explanation} /></>}
      beside={(explanation) => <EndingChecklist explanation={explanation} />}
      below={(explanation) => <LineagePanel explanation={explanation} />}
    />
  );
}
