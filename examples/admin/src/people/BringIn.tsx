import { Box } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { type TableOutcome, TableDrop } from '../imports/TableDrop.tsx';
import { Panel } from '../layout/Panel.tsx';
import { type PeopleImport, office, peopleTemplate } from '../providers/office.ts';

/** Units first, then people with their posts, each from a table that is tried before it is taken. */
export function BringIn() {
  const translate = useTranslate();
  const words = useWords();
  const [locale] = useLocaleState();
  const outcome = ({ added, unchanged, problems }: PeopleImport): TableOutcome => ({
    figures: [[translate('bihuan.import.added'), added], [translate('bihuan.import.unchanged'), unchanged], [translate('bihuan.import.refused'), problems.length]],
    problems: problems.map(({ line, issues }) => ({ line, says: issues.map((issue) => words(issue)) })), ready: problems.length === 0 && added > 0,
  });
  return (
    <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
      {(['units', 'people'] as const).map((what) => (
        <Panel key={what} title={translate(`bihuan.people.bring.${what}`)}>
          <TableDrop label={translate(`bihuan.people.bring.${what}`)} hint={translate(`bihuan.people.bring.${what}Hint`)} template={peopleTemplate(what, locale === 'en' ? 'en' : 'zh')} send={async (file, dryRun) => outcome(await office.bringPeople(what, file, dryRun))} />
        </Panel>
      ))}
    </Box>
  );
}
