import type { SxProps, Theme } from '@mui/material';

const line = '1px solid #333';

/** Black on white, whatever the screen's theme; as wide as A4 on the screen, as wide as the page on paper. A row is not broken over two pages. */
export const paperStyle: SxProps<Theme> = {
  bgcolor: '#fff', color: '#000', maxWidth: '210mm', p: { xs: 2, sm: '14mm 13mm' }, border: 1, borderColor: 'divider', fontSize: '10.5pt', lineHeight: 1.5, overflowWrap: 'anywhere',
  '@media print': { p: 0, border: 0, maxWidth: 'none' },
  '& header': { textAlign: 'center', mb: '4mm', '& p': { m: 0 }, '& h2': { fontSize: '18pt', letterSpacing: '0.3em', m: '1mm 0 2mm', fontWeight: 700 }, '& .number': { textAlign: 'right' } },
  '& h3': { fontSize: '11pt', m: '4mm 0 1mm', fontWeight: 700, breakAfter: 'avoid' },
  '& table': { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  '& th, & td': { border: line, p: '1.2mm 2mm', textAlign: 'left', verticalAlign: 'top', fontWeight: 400 },
  '& th': { fontWeight: 600, bgcolor: '#f2f2f2', printColorAdjust: 'exact' },
  '& tr': { breakInside: 'avoid' },
  '& .facts th': { width: { xs: '22%', sm: '16%' } },
  '& .facts td': { whiteSpace: 'pre-wrap' },
  '& .signatures': { mt: '6mm', breakInside: 'avoid', '& td': { height: '22mm' } },
  '& footer': { mt: '3mm', fontSize: '9pt', color: '#333' },
};
