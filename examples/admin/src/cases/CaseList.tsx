import KanbanIcon from '@mui/icons-material/ViewKanbanOutlined';
import EditNoteIcon from '@mui/icons-material/EditNoteOutlined';
import { Box, Button, Paper, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { ColumnsButton, ListBase, Pagination, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { PageHeader } from '../layout/PageHeader.tsx';
import { ExportButton } from '../lists/ExportButton.tsx';
import { UnitTree } from '../lists/UnitTree.tsx';
import { useKeptColumns } from '../lists/use-kept-columns.ts';
import { useMethod } from '../methods/use-method.ts';
import type { CaseLine, Method } from '../providers/wire.ts';
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
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('lg'));
  const { filterValues } = useListContext<CaseLine>();
  const { method } = useMethod();
  const ofSet = typeof filterValues['set'] === 'string';
  return (
    <>
      <PageHeader
        title={translate('bihuan.menu.cases')}
        actions={<>
          {method && <ListTools method={method} narrow={narrow} ofSet={ofSet} />}
          <Button component={Link} to="/report" variant="contained" startIcon={<EditNoteIcon />}>{translate('bihuan.menu.report')}</Button>
        </>}
      />
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        {ofSet ? <SetNotice /> : <CaseTabs />}
        <Box sx={wide && !ofSet ? { display: 'grid', gridTemplateColumns: '13rem minmax(0, 1fr)' } : {}}>
          {wide && !ofSet && <UnitTree />}
          <Box sx={{ minWidth: 0 }}>
            <CaseFilters />
            <ListBody narrow={narrow} />
            <Pagination rowsPerPageOptions={[25, 50, 100]} />
          </Box>
        </Box>
      </Paper>
    </>
  );
}

/** What can be done with the list as a whole. */
function ListTools({ method, narrow, ofSet }: { readonly method: Method; readonly narrow: boolean; readonly ofSet: boolean }) {
  const translate = useTranslate();
  const storeKey = `columns_${method.id}`;
  const { hidden } = useKeptColumns(storeKey);
  return (
    <>
      <Button component={Link} to="/kanban" color="inherit" startIcon={<KanbanIcon />}>{translate('bihuan.kanban.title')}</Button>
      {!narrow && <ColumnsButton storeKey={storeKey} color="inherit" />}
      {!ofSet && <ExportButton method={method} hidden={hidden} />}
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
