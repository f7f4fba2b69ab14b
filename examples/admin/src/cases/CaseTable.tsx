import { Box, Typography } from '@mui/material';
import { DataTable, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import type { CaseLine, Method } from '../providers/wire.ts';
import { BulkActions } from '../lists/BulkActions.tsx';
import { briefly } from '../time/instant-text.ts';
import { useNow } from '../time/use-now.ts';
import { DueCell } from './DueCell.tsx';
import { LightMark } from './LightMark.tsx';

/** A moment without this year's number: the list is about now. */
const briefDay = (text: string, now: string | undefined): string => (/^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/.test(text) ? briefly(text, now) : text);

/** The rows: number and light first, with how long there is left, then the columns that the method's list names, in its order. */
export function CaseTable({ method }: { readonly method: Method }) {
  const translate = useTranslate();
  const words = useWords();
  const now = useNow();
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <DataTable<CaseLine> storeKey={`columns_${method.id}`} bulkActionButtons={<BulkActions />} rowClick="show" sx={{ '& .RaBulkActionsToolbar-toolbar:not(.RaBulkActionsToolbar-collapsed)': { position: 'static', transform: 'none' }, '& .RaDataTable-headerCell': { py: 0.75 }, '& td, & th': { px: 1.25 }, '& td:first-of-type, & th:first-of-type': { pl: 2 }, '& td': { py: 0.75, verticalAlign: 'top' }, '& .RaDataTable-clickableRow': { cursor: 'pointer' } }}>
        <DataTable.Col source="id" label={translate('bihuan.list.id')} render={({ id }: CaseLine) => <Box component={Link} to={`/cases/${encodeURIComponent(id)}/show`} onClick={(event) => event.stopPropagation()} sx={{ color: 'primary.main', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{id}</Box>} />
        <DataTable.Col source="due" label={translate('bihuan.list.light')} render={(row: CaseLine) => <><LightMark light={row.light} word={words(row.labels.light)} /><DueCell row={row} /></>} />
        {method.list.columns.map((column) => (
          <DataTable.Col
            key={column.name} source={column.by} label={words(column.label)} disableSort={!column.sortable}
            render={(row: CaseLine) => <Clamped text={briefDay(words(row.cells[column.name]), now)} />}
          />
        ))}
      </DataTable>
    </Box>
  );
}

/** At most two lines of a long text; short ones are not broken. */
function Clamped({ text }: { readonly text: string }) {
  if ([...text].length <= 12) return <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{text}</Box>;
  return <Typography variant="body2" title={text} sx={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', minWidth: '11rem', maxWidth: '26rem' }}>{text}</Typography>;
}
