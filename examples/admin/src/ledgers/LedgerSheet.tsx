import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import { logPath } from '../cases/log-path.ts';
import { useWords } from '../i18n/use-words.ts';
import { isSubject } from '../methods/is-subject.ts';
import { useMethod } from '../methods/use-method.ts';
import type { Ledger } from '../providers/wire.ts';
import { SheetCell } from './SheetCell.tsx';

/** Rows drawn at once; the next portion comes when the end comes into reach. */
const portion = 200;

/** The sheet as the office knows it, in the ledger's columns. It scrolls inside its box; the header stays. */
export function LedgerSheet({ ledger, label }: { readonly ledger: Ledger; readonly label: string }) {
  const translate = useTranslate();
  const words = useWords();
  const navigate = useNavigate();
  const [shown, setShown] = useState(portion);
  const { method } = useMethod();
  const toCase = (id: string) => logPath({ id, subject: isSubject(id, method) });
  return (
    <Box
      role="region" aria-label={translate('bihuan.ledger.scroll', { label })} tabIndex={0}
      onScroll={({ currentTarget: box }) => { if (box.scrollTop + box.clientHeight > box.scrollHeight - 600) setShown((n) => (n < ledger.rows.length ? n + portion : n)); }}
      sx={{ overflow: 'auto', maxHeight: { xs: '70vh', md: 'calc(100vh - 15rem)' }, borderTop: 1, borderColor: 'divider', '@media print': { maxHeight: 'none', overflow: 'visible' } }}
    >
      <Table size="small" stickyHeader sx={{ '& td': { verticalAlign: 'top' }, '& td, & th': { px: 1.25 } }}>
        <TableHead>
          <TableRow>
            <TableCell component="th" scope="col">{translate('bihuan.ledger.number')}</TableCell>
            {ledger.columns.map((column) => <TableCell component="th" scope="col" key={column.name}>{words(column.label)}</TableCell>)}
          </TableRow>
        </TableHead>
        <TableBody>
          {ledger.rows.slice(0, shown).map((row, i) => (
            <TableRow key={row.key} hover data-row={row.id} onClick={() => navigate(toCase(row.id))} sx={{ cursor: 'pointer' }}>
              <TableCell><Box component={Link} to={toCase(row.id)} onClick={(event) => event.stopPropagation()} sx={{ color: 'primary.main', position: 'relative' }}>{i + 1}<VisuallyHidden> {translate('bihuan.list.open', { id: row.id })}</VisuallyHidden></Box></TableCell>
              {row.cells.map((cell, j) => <SheetCell key={ledger.columns[j]?.name ?? j} text={words(cell)} />)}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
