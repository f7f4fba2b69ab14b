import { Alert, Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { idSet } from '../providers/id-sets.ts';

/** Says that the list shows what a number on a board stands for, and leads back to all. */
export function SetNotice() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const set = idSet(String(filterValues['set']));
  return (
    <Alert severity={set ? 'info' : 'warning'} sx={{ borderRadius: 0 }} action={<Button color="inherit" size="small" onClick={() => setFilters({ view: 'all' }, {}, false)}>{translate('bihuan.list.leaveSet')}</Button>}>
      {set ? translate('bihuan.list.set', { label: set.label, count: set.ids.length }) : translate('bihuan.list.setGone')}
    </Alert>
  );
}
