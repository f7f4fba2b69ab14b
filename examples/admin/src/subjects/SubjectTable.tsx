import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { LightMark } from '../cases/LightMark.tsx';
import { logPath } from '../cases/log-path.ts';
import { useWords } from '../i18n/use-words.ts';
import { SheetCell } from '../ledgers/SheetCell.tsx';
import type { Subject, SubjectKind } from '../providers/wire.ts';

/** Subjects as a sheet: what each is called, where it stands, the columns that it holds. It scrolls inside its box. */
export function SubjectTable({ rows, subject, label }: { readonly rows: readonly Subject[]; readonly subject: SubjectKind; readonly label: string }) {
  const translate = useTranslate();
  const words = useWords();
  const navigate = useNavigate();
  const lit = rows.some(({ light }) => light !== 'none');
  const ended = rows.some((row) => row.ended);
  return (
    <Box role="region" aria-label={translate('bihuan.ledger.scroll', { label })} tabIndex={0} sx={{ overflow: 'auto' }}>
      <Table size="small" sx={{ '& td': { verticalAlign: 'top' }, '& td, & th': { px: 1.25 } }}>
        <TableHead>
          <TableRow>
            <TableCell component="th" scope="col">{translate('bihuan.subject.name')}</TableCell>
            {subject.of !== 'unit' && <TableCell component="th" scope="col">{translate('bihuan.case.home')}</TableCell>}
            {lit && <TableCell component="th" scope="col">{translate('bihuan.list.light')}</TableCell>}
            {ended && <TableCell component="th" scope="col">{translate('bihuan.case.outcome')}</TableCell>}
            {subject.columns.map((column) => <TableCell component="th" scope="col" key={column.name}>{words(column.label)}</TableCell>)}
            {subject.of !== 'register' && <TableCell component="th" scope="col">{translate('bihuan.subject.log')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id} hover data-row={row.id} onClick={() => navigate(logPath({ id: row.id, subject: true }))} sx={{ cursor: 'pointer' }}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}><Box component={Link} to={logPath({ id: row.id, subject: true })} onClick={(event) => event.stopPropagation()} sx={{ color: 'primary.main' }}>{words(row.title)}</Box></TableCell>
              {subject.of !== 'unit' && <TableCell sx={{ whiteSpace: 'nowrap' }}>{words(row.labels.home)}</TableCell>}
              {lit && <TableCell><LightMark light={row.light} word={words(row.labels.light)} /></TableCell>}
              {ended && <TableCell>{words(row.labels.ending)}</TableCell>}
              {subject.columns.map(({ name }) => <SheetCell key={name} text={words(row.cells[name])} />)}
              {subject.of !== 'register' && <TableCell>{row.version === 0 ? translate('bihuan.subject.noLog') : translate('bihuan.subject.entries', { count: row.version })}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
