import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { isSubject } from '../methods/is-subject.ts';
import { useMethod } from '../methods/use-method.ts';
import { keepIdSet } from '../providers/id-sets.ts';

interface NumberLinkProps { readonly ids: readonly string[] | undefined; readonly label: string; readonly text: string; readonly big?: boolean }

/** A number that opens the list of exactly the cases, or subjects, that it counts. The ids stay in the tab; the address carries only the set's name. */
export function NumberLink({ ids = [], label, text, big = false }: NumberLinkProps) {
  const translate = useTranslate();
  const { method } = useMethod();
  const look = { fontSize: big ? '2.125rem' : '0.9375rem', fontWeight: 600, lineHeight: 1.25, fontVariantNumeric: 'tabular-nums' };
  if (ids.length === 0) return <Box component="span" data-figure={text} sx={look}>{text}</Box>;
  const set = keepIdSet({ ids, label });
  const filter = JSON.stringify({ set });
  const to = ids.every((id) => isSubject(id, method)) ? `/subject-set/${set}` : `/cases?${new URLSearchParams({ filter, displayedFilters: '{}', page: '1', perPage: '25', sort: 'opened', order: 'DESC' })}`;
  return (
    <Box
      component={Link} data-figure={text} to={to}
      aria-label={translate('bihuan.board.open', { label, n: text })}
      sx={{ ...look, color: 'primary.main', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}
    >
      {text}
    </Box>
  );
}
