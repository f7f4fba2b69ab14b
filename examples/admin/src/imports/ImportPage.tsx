import { Button } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Panel } from '../layout/Panel.tsx';
import { useMethod } from '../methods/use-method.ts';
import { type ImportReportJson, office, registerTemplate } from '../providers/office.ts';
import { type TableOutcome, TableDrop } from './TableDrop.tsx';

/** 导入名册: an empty table to fill in, the filled one tried row by row, then taken. What is there already is corrected or stays; nothing comes twice. */
export default function ImportPage() {
  const { kind = '' } = useParams();
  const translate = useTranslate();
  const words = useWords();
  const [locale] = useLocaleState();
  const { method } = useMethod();
  const label = words(method?.subjects.find(({ name }) => name === kind)?.label) || kind;
  const outcome = ({ entered, corrected, unchanged, refused, ignored, problems, results }: ImportReportJson): TableOutcome => ({
    figures: [[translate('bihuan.import.added'), entered], [translate('bihuan.import.corrected'), corrected], [translate('bihuan.import.unchanged'), unchanged], [translate('bihuan.import.refused'), refused]],
    notes: ignored.map(({ column, mend }) => translate(mend === undefined ? 'bihuan.import.ignored' : 'bihuan.import.ignoredMend', { column, mend })),
    problems: [...problems.map(({ says }) => ({ line: 1, says: [words(says)] })), ...results.flatMap(({ line, issues }) => (issues ? [{ line, says: issues.map(({ column, says }) => (column ? `${column}：` : '') + words(says)) }] : []))],
    ready: entered + corrected > 0,
  });
  return (
    <>
      <PageHeader title={translate('bihuan.import.title', { label })} actions={<Button component={Link} to={`/subjects/${encodeURIComponent(kind)}`} color="inherit">{translate('bihuan.subject.back')}</Button>} />
      <Panel title={translate('bihuan.import.table')}>
        <TableDrop label={label} hint={translate('bihuan.import.hint')} template={registerTemplate(kind, locale === 'en' ? 'en' : 'zh')} send={async (file, dryRun) => outcome(await office.bringRegister(kind, file, dryRun))} />
      </Panel>
    </>
  );
}
