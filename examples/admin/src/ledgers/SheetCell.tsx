import { TableCell } from '@mui/material';

/** Short words stay on one line; long text wraps in a column wide enough to be read. */
export const SheetCell = ({ text }: { readonly text: string }) => {
  const long = [...text].length > 12 && !/^[\d\s:.-]+$/.test(text);
  return <TableCell sx={{ whiteSpace: long ? 'normal' : 'nowrap', minWidth: long ? '9rem' : 0, maxWidth: '22rem' }}>{text}</TableCell>;
};
