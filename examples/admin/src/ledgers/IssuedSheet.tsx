import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Disclosure } from '../layout/Disclosure.tsx';
import type { IssuedList } from '../providers/wire.ts';
import { whenText } from '../time/instant-text.ts';
import { usePeriodWords } from '../time/use-period-words.ts';
import { SheetCell } from './SheetCell.tsx';

/** One list that was issued: for when and where, by whom, and its rows. They are text, and stay as they are. */
export function IssuedSheet({ list, open }: { readonly list: IssuedList; readonly open: boolean }) {
  const translate = useTranslate();
  const words = useWords();
  const periodWords = usePeriodWords();
  const title = [words(list.label), list.period && periodWords(list.period), words(list.unitLabel)].filter(Boolean).join(' · ');
  const said = [translate('bihuan.ledger.issuedAt', { at: whenText(list.at) }), list.by, translate('bihuan.ledger.rows', { count: list.rows.length })].filter(Boolean).join(' · ');
  return (
    <Box data-issued={list.id}>
      <Disclosure summary={`${title}（${said}）`} open={open}>
        <Box role="region" aria-label={translate('bihuan.ledger.scroll', { label: title })} tabIndex={0} sx={{ overflow: 'auto', maxHeight: '60vh' }}>
          <Table size="small">
            <TableHead>
              <TableRow><TableCell component="th" scope="col">{translate('bihuan.ledger.number')}</TableCell>{list.columns.map((column, i) => <TableCell component="th" scope="col" key={i}>{column}</TableCell>)}</TableRow>
            </TableHead>
            <TableBody>{list.rows.map((row, i) => <TableRow key={i}><TableCell>{i + 1}</TableCell>{row.map((cell, j) => <SheetCell key={j} text={cell} />)}</TableRow>)}</TableBody>
          </Table>
        </Box>
      </Disclosure>
    </Box>
  );
}
