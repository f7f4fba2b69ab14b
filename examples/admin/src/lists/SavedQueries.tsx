import BookmarkIcon from '@mui/icons-material/BookmarkBorderOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Divider, IconButton, List, ListItem, ListItemButton, ListItemText, Popover, TextField, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { type SortPayload, useDataProvider, useListContext, useNotify, useTranslate } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { SavedQuery } from '../providers/wire.ts';

interface Kept { readonly filter?: Readonly<Record<string, unknown>>; readonly sort?: SortPayload; readonly perPage?: number }

/** 常用查询: filters, order and page size under a name, each person's own, kept by the server. */
export function SavedQueries() {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const provider = useDataProvider<BihuanProvider>();
  const { setFilters, setSort, setPerPage } = useListContext();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [naming, setNaming] = useState(false);
  const { data = [] } = useQuery({ queryKey: ['saved-queries', 'cases'], queryFn: () => provider.savedQueries('cases') });
  const close = () => setAnchor(null);
  const use = ({ value }: SavedQuery) => {
    const { filter = {}, sort, perPage } = value as Kept;
    setFilters({ ...filter }, {}, false);
    if (sort) setSort(sort);
    if (perPage) setPerPage(perPage);
    close();
  };
  const remove = async ({ id }: SavedQuery) => {
    await provider.removeQuery(id).catch((error: Error) => notify(error.message, { type: 'error' }));
    await queries.invalidateQueries({ queryKey: ['saved-queries'] });
  };
  return (
    <>
      <Button color="inherit" variant="outlined" startIcon={<BookmarkIcon />} aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)} sx={{ borderColor: 'divider' }}>{translate('bihuan.saved.title')}</Button>
      <Popover open={anchor !== null} anchorEl={anchor} onClose={close} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} slotProps={{ paper: { role: 'dialog', 'aria-label': translate('bihuan.saved.title') } }}>
        <Box sx={{ width: '17rem', py: 1 }}>
          {data.length === 0 && <Typography variant="body2" sx={{ px: 2, py: 1, color: 'text.secondary' }}>{translate('bihuan.saved.none')}</Typography>}
          <List dense disablePadding>
            {data.map((query) => (
              <ListItem key={query.id} disablePadding secondaryAction={<IconButton edge="end" size="small" aria-label={translate('bihuan.saved.remove', { label: query.label })} onClick={() => void remove(query)}><DeleteIcon fontSize="small" /></IconButton>}>
                <ListItemButton onClick={() => use(query)}><ListItemText>{query.label}</ListItemText></ListItemButton>
              </ListItem>
            ))}
          </List>
          <Divider sx={{ my: 0.5 }} />
          <Button fullWidth onClick={() => { close(); setNaming(true); }} sx={{ justifyContent: 'flex-start', px: 2 }}>{translate('bihuan.saved.keep')}</Button>
        </Box>
      </Popover>
      {naming && <NameDialog onClose={() => setNaming(false)} />}
    </>
  );
}

function NameDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const title = useId();
  const queries = useQueryClient();
  const provider = useDataProvider<BihuanProvider>();
  const { filterValues, sort, perPage } = useListContext();
  const [label, setLabel] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { set: _set, ...filter } = filterValues as Readonly<Record<string, unknown>>;
    provider.saveQuery({ label: label.trim(), resource: 'cases', value: { filter, sort, perPage } }).then(async () => {
      await queries.invalidateQueries({ queryKey: ['saved-queries'] });
      onClose();
    }).catch((error: Error) => notify(error.message, { type: 'error' }));
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={title}>
      <form onSubmit={onSubmit}>
        <DialogTitle id={title}>{translate('bihuan.saved.keep')}</DialogTitle>
        <DialogContent sx={{ pt: '8px !important' }}><TextField fullWidth required autoFocus label={translate('bihuan.saved.label')} value={label} slotProps={{ htmlInput: { maxLength: 100 } }} onChange={({ target }) => setLabel(target.value)} /></DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button color="inherit" onClick={onClose}>{translate('bihuan.form.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={label.trim() === ''}>{translate('bihuan.saved.save')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
