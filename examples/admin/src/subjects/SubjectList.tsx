import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Paper, Tab, Tabs, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { ListBase, Pagination, useDataProvider, useListContext, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { useMethod } from '../methods/use-method.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Subject, SubjectKind } from '../providers/wire.ts';
import { SubjectTable } from './SubjectTable.tsx';

/** 名册: the entries of a register with the columns that it holds; the units or posts of a subject with their logs. */
export default function SubjectList() {
  const { kind = '' } = useParams();
  const translate = useTranslate();
  const { method, error, retry } = useMethod();
  const subject = method?.subjects.find(({ name }) => name === kind);
  if (error) return <><PageHeader title={translate('bihuan.menu.subjects')} /><Failed error={error} onRetry={retry} /></>;
  if (!method) return <><PageHeader title={translate('bihuan.menu.subjects')} /><Loading lines={8} /></>;
  if (!subject) return <><PageHeader title={translate('bihuan.menu.subjects')} /><Empty>{translate('bihuan.state.notFound')}</Empty></>;
  return (
    <ListBase<Subject> key={kind} resource="subjects" storeKey={`subjects.${kind}`} perPage={25} sort={{ field: 'id', order: 'ASC' }} filter={{ kind }} filterDefaultValues={subject.of === 'register' ? { view: 'open' } : {}}>
      <ListPage subject={subject} />
    </ListBase>
  );
}

function ListPage({ subject }: { readonly subject: SubjectKind }) {
  const translate = useTranslate();
  const words = useWords();
  const { data, isPending, error, refetch, filterValues, setFilters, total } = useListContext<Subject>();
  const values = filterValues as Readonly<Record<string, unknown>>;
  const set = (changes: Readonly<Record<string, unknown>>) => setFilters(Object.fromEntries(Object.entries({ ...values, ...changes }).filter(([, value]) => value !== '')), {}, true);
  const label = words(subject.label);
  const provider = useDataProvider<BihuanProvider>();
  const { data: openings = [] } = useQuery({ queryKey: ['openings'], queryFn: () => provider.openings() });
  const opens = subject.opens.filter(({ name }) => openings.some(({ action }) => action === name));
  return (
    <>
      <PageHeader title={label} actions={[...(subject.of === 'register' && opens.length > 0 ? [<Button key="import" component={Link} to={`/subjects/${encodeURIComponent(subject.name)}/import`} variant="outlined">{translate('bihuan.import.go')}</Button>] : []), ...opens.map(({ name, label: action }) => (
        <Button key={name} component={Link} to={`/report?enter=${encodeURIComponent(name)}`} variant="contained" startIcon={<AddIcon />}>{words(action)}</Button>
      ))]} />
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        {subject.of === 'register' && (
          <Tabs value={String(values['view'] ?? 'open')} onChange={(_, view: string) => set({ view })} aria-label={label} sx={{ borderBottom: 1, borderColor: 'divider', px: { sm: 1 } }}>
            {(['open', 'ended', 'all'] as const).map((view) => <Tab key={view} value={view} label={translate(`bihuan.subject.${view}`)} />)}
          </Tabs>
        )}
        <Box role="search" sx={{ px: { xs: 1.5, sm: 2 }, py: 1.25 }}>
          <TextField type="search" defaultValue={String(values['q'] ?? '')} placeholder={translate('bihuan.list.search')} onChange={({ target }) => set({ q: target.value })} sx={{ width: { xs: '100%', sm: '17rem' } }} slotProps={{ htmlInput: { 'aria-label': translate('bihuan.list.search') } }} />
        </Box>
        {error ? <Box sx={{ p: 2 }}><Failed error={error} onRetry={() => void refetch()} /></Box>
          : isPending || !data ? <Box sx={{ px: 2 }}><Loading lines={8} /></Box>
            : total === 0 ? <Empty>{translate('bihuan.state.empty')}</Empty>
              : <SubjectTable rows={data} subject={subject} label={label} />}
        <Pagination rowsPerPageOptions={[25, 50, 100]} />
      </Paper>
    </>
  );
}
