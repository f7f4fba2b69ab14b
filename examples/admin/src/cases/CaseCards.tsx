import { Box, Typography } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import type { CaseLine, Method } from '../providers/wire.ts';
import { DueCell } from './DueCell.tsx';
import { LightMark } from './LightMark.tsx';

/** The list on a phone: a card per case, the whole card a link, with the same facts as the table's row. */
export function CaseCards({ method }: { readonly method: Method }) {
  const translate = useTranslate();
  const words = useWords();
  const { data } = useListContext<CaseLine>();
  return (
    <Box component="ul" aria-label={translate('bihuan.list.cards')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data?.map((row) => (
        <Box component="li" key={row.id} sx={{ borderTop: 1, borderColor: 'divider' }}>
          <Box component={Link} to={`/cases/${encodeURIComponent(row.id)}/show`} sx={{ display: 'block', px: 1.5, py: 1.25, color: 'text.primary', textDecoration: 'none', '&:active': { bgcolor: 'action.hover' } }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 0.5 }}>
              <LightMark light={row.light} word={words(row.labels.light)} />
              <DueCell row={row} />
              <Typography variant="body2" sx={{ ml: 'auto', fontWeight: 600 }}><Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, mr: 1, fontVariantNumeric: 'tabular-nums' }}>{row.id}</Box>{words(row.labels.ending) || words(row.labels.step)}</Typography>
            </Box>
            <CardFacts row={row} method={method} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** The list's first column as the card's title, the other columns as label and value. */
function CardFacts({ row, method }: { readonly row: CaseLine; readonly method: Method }) {
  const words = useWords();
  const [first, ...others] = method.list.columns;
  const title = words(row.cells[first?.name ?? '']);
  const cells = others.map(({ name, label }) => ({ name, label: words(label), text: words(row.cells[name]) })).filter(({ text }) => text !== '' && text !== words(row.labels.step) && text !== words(row.labels.ending));
  return (
    <>
      {title && <Typography sx={{ mb: 0.5 }}>{title}</Typography>}
      <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        {cells.map(({ name, label, text }) => (
          <Box key={name} sx={{ display: 'flex', gap: 0.75, minWidth: 0 }}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{label}</Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0 }}>{text}</Typography>
          </Box>
        ))}
      </Box>
    </>
  );
}
