import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { LineagePanel } from '../cases/LineagePanel.tsx';
import { LogPage } from '../cases/LogPage.tsx';
import { NormsOfSubject } from '../duties/NormsOfSubject.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { Explanation, Subject } from '../providers/wire.ts';
import { whenText } from '../time/instant-text.ts';

/** A unit, a post or an entry of a register: the same page as a case, with what is required of it. */
export default function SubjectPage() {
  const { id = '' } = useParams();
  const words = useWords();
  return (
    <LogPage<Subject>
      key={id} log={{ id, subject: true }}
      titleOf={(row) => ({ title: words(row.title), ...(row.of === 'register' && words(row.title) !== id ? { number: id } : {}) })}
      back={<BackToList />}
      above={(row, explanation) => <SubjectSummary row={row} explanation={explanation} />}
      beside={(explanation) => <NormsOfSubject id={id} version={explanation.version} />}
      below={(explanation) => <LineagePanel explanation={explanation} />}
    />
  );
}

function BackToList() {
  const translate = useTranslate();
  return <Button component={Link} to=".." relative="path" onClick={(event) => { if (window.history.length > 1) { event.preventDefault(); window.history.back(); } }} color="inherit" startIcon={<ArrowBackIcon />}>{translate('bihuan.subject.back')}</Button>;
}

function SubjectSummary({ row, explanation }: { readonly row: Subject; readonly explanation: Explanation }) {
  const translate = useTranslate();
  const words = useWords();
  const facts: [string, string][] = [
    [translate('bihuan.subject.kind'), words(row.labels.kind)],
    ...(row.of === 'unit' ? [] : [[translate('bihuan.case.home'), words(row.labels.home)]] as [string, string][]),
    ...(row.of === 'register' && row.opened ? [[translate('bihuan.subject.entered'), whenText(row.opened)]] as [string, string][] : []),
    ...(explanation.ended ? [[translate('bihuan.case.outcome'), words(explanation.ended.label)], [translate('bihuan.case.ended'), whenText(explanation.ended.at)]] as [string, string][] : []),
    ...(row.version === 0 ? [[translate('bihuan.subject.log'), translate('bihuan.subject.noLog')]] as [string, string][] : []),
  ];
  return (
    <Box component="dl" sx={{ m: 0, mb: 2, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.25 }}>
      {facts.map(([label, text]) => (
        <Box key={label} sx={{ display: 'flex', gap: 0.75 }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{label}</Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0 }}>{text}</Typography>
        </Box>
      ))}
    </Box>
  );
}
