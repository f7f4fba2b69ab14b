import EditNoteIcon from '@mui/icons-material/EditNoteOutlined';
import { Box, Button, Paper, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { ColumnsButton, ListBase, Pagination, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { PageHeader } from '../layout/PageHeader.tsx';
import { useMethod } from '../methods/use-method.ts';
import type { CaseLine } from '../providers/wire.ts';
import { CaseCards } from './CaseCards.tsx';
import { CaseFilters } from './CaseFilters.tsx';
import { CaseTable } from './CaseTable.tsx';
import { CaseTabs } from './CaseTabs.tsx';
import { SetNotice } from './SetNotice.tsx';

const noFilter = { view: 'todo' };

/** 工单列表: tabs with counts, search and filters, the table (cards on a phone), pages. */
export const CaseList = () => (
  <ListBase<CaseLine> resource="cases" perPage={25} sort={{ field: 'due', order: 'ASC' }} filterDefaultValues={noFilter} disableAuthentication={false}>
    <ListPage />
  </ListBase>
);

function ListPage() {
  const translate = useTranslate();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const { filterValues } = useListContext<CaseLine>();
  const { method } = useMethod();
  const ofSet = typeof filterValues['set'] === 'string';
  return (
    <>
      <PageHeader
        title={translate('bihuan.menu.cases')}
        actions={<>
          {!narrow && method && <ColumnsButton storeKey={`columns_${method.id}`} color="inherit" />}
          <Button component={Link} to="/report" variant="contained" startIcon={<EditNoteIcon />}>{translate('bihuan.menu.report')}</Button>
        </>}
      />
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        {ofSet ? <SetNotice /> : <CaseTabs />}
        <CaseFilters />
        <ListBody narrow={narrow} />
        <Pagination rowsPerPageOptions={[25, 50, 100]} />
      </Paper>
    </>
  );
}

function ListBody({ narrow }: { readonly narrow: boolean }) {
  const translate = useTranslate();
  const { isPending, error, total, refetch, setFilters, filterValues } = useListContext<CaseLine>();
  const { error: methodError, retry, method } = useMethod();
  if (error || methodError) return <Box sx={{ p: 2 }}><Failed error={error ?? methodError} onRetry={() => { retry(); void refetch(); }} /></Box>;
  if (isPending || !method) return <Box sx={{ px: 2 }}><Loading lines={8} /></Box>;
  if (total === 0) {
    const narrowed = Object.keys(filterValues).some((key) => key !== 'view');
    return (
      <Empty
        hint={translate('bihuan.state.noCasesHint')}
        action={narrowed && <Button variant="outlined" onClick={() => setFilters({ view: filterValues['view'] ?? 'all' }, {}, false)}>{translate('bihuan.state.clear')}</Button>}
      >
        {translate('bihuan.state.noCases')}
      </Empty>
    );
  }
  return narrow ? <CaseCards method={method} /> : <CaseTable method={method} />;
}
