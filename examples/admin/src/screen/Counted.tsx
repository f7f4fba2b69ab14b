import { Box } from '@mui/material';
import { Link } from 'react-router-dom';

/** The list behind a number. */
export const listPath = (filter: Readonly<Record<string, string>>): string =>
  `/cases?${new URLSearchParams({ filter: JSON.stringify(filter), displayedFilters: '{}', page: '1', perPage: '25', sort: 'opened', order: 'DESC' })}`;

/** A number that leads to the cases that it counts. */
export const Counted = ({ count, filter, label, big = false }: { readonly count: number; readonly filter: Readonly<Record<string, string>>; readonly label: string; readonly big?: boolean }) => (
  <Box component={Link} to={listPath(filter)} data-count={count} aria-label={label} sx={{ color: 'inherit', textDecoration: 'none', fontVariantNumeric: 'tabular-nums', fontWeight: 700, fontSize: big ? { xs: '1.75rem', md: '2.75rem' } : '1.0625rem', lineHeight: 1.2, '&:hover, &:focus-visible': { textDecoration: 'underline' } }}>
    {count}
  </Box>
);
