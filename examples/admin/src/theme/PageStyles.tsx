import { GlobalStyles } from '@mui/material';
import { useStore } from 'react-admin';

/** Base sizes offered to the eye: 标准 16, 大 18, 特大 22 (适老化). */
export const fontSizes = [16, 18, 22] as const;
export type FontSize = (typeof fontSizes)[number];

export const useFontSize = () => useStore<FontSize>('fontSize', 16);

/** What is about the page as a whole: the base font size, and paper. On paper only the content is left. */
export function PageStyles() {
  const [fontSize] = useFontSize();
  return (
    <GlobalStyles
      styles={{
        html: { fontSize },
        '@media print': {
          '.no-print, .MuiDialog-root, .MuiSnackbar-root': { display: 'none !important' },
          'html, body': { background: '#fff !important', color: '#000 !important', fontSize: 14 },
          '.MuiPaper-root, #main-content': { background: '#fff !important', color: '#000 !important', border: 'none !important', padding: '0 !important' },
          '.print-only': { display: 'block !important' },
          section: { breakInside: 'avoid' },
        },
      }}
    />
  );
}
