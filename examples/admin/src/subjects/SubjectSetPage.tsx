import { Box, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { useMethod } from '../methods/use-method.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import { idSet } from '../providers/id-sets.ts';
import type { Subject } from '../providers/wire.ts';
import { SubjectTable } from './SubjectTable.tsx';

/** The units, posts or entries behind a number on a board. */
export default function SubjectSetPage() {
  const { set = '' } = useParams();
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const { method } = useMethod();
  const known = idSet(set);
  const { data, error, refetch } = useQuery({ queryKey: ['subjects', 'set', set], enabled: known !== undefined, queryFn: () => provider.getMany<Subject>('subjects', { ids: [...new Set(known!.ids)] }) });
  const subject = method?.subjects.find(({ name }) => name === data?.data[0]?.kind);
  if (!known) return <><PageHeader title={translate('bihuan.menu.subjects')} /><Empty>{translate('bihuan.list.setGone')}</Empty></>;
  return (
    <>
      <PageHeader title={translate('bihuan.subject.set', { label: known.label, count: new Set(known.ids).size })} />
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        {error ? <Box sx={{ p: 2 }}><Failed error={error} onRetry={() => void refetch()} /></Box> : !data ? <Box sx={{ px: 2 }}><Loading /></Box>
          : subject ? <SubjectTable rows={data.data} subject={subject} label={words(subject.label)} /> : <Empty>{translate('bihuan.state.empty')}</Empty>}
      </Paper>
    </>
  );
}
