import type { RaThemeOptions } from 'react-admin';

const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, -apple-system, "Segoe UI", sans-serif';

const palettes = {
  light: {
    primary: { main: '#1456b8' }, secondary: { main: '#1456b8' }, error: { main: '#b3261e' },
    success: { main: '#0b5c3b' }, warning: { main: '#874d00' },
    background: { default: '#f4f5f7', paper: '#ffffff' }, text: { primary: '#1b2129', secondary: '#535c6a' }, divider: '#dfe3e9',
  },
  dark: {
    primary: { main: '#9cc2ff' }, secondary: { main: '#9cc2ff' }, error: { main: '#ffb4ab' },
    success: { main: '#8fdcb9' }, warning: { main: '#ffd27a' },
    background: { default: '#14171c', paper: '#1c2027' }, text: { primary: '#e7eaef', secondary: '#aeb6c2' }, divider: '#333a45',
  },
} as const;

/** One theme in two modes: flat, dense, no shadow where a line will do. Sizes are in rem, so the font size switch moves everything. */
const themeOf = (mode: 'light' | 'dark'): RaThemeOptions => ({
  palette: { mode, ...palettes[mode] },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily,
    h1: { fontSize: '1.375rem', fontWeight: 600, lineHeight: 1.35 },
    h2: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.5 },
    h3: { fontSize: '0.9375rem', fontWeight: 600, lineHeight: 1.5 },
    body1: { fontSize: '0.9375rem', lineHeight: 1.6 },
    body2: { fontSize: '0.875rem', lineHeight: 1.6 },
    caption: { fontSize: '0.8125rem', lineHeight: 1.5 },
    button: { textTransform: 'none', fontWeight: 500 },
  },
  components: {
    MuiCssBaseline: { styleOverrides: { body: { fontSize: '0.9375rem', textSpacingTrim: 'trim-start' } as object, 'button, a, [tabindex]': { '&:focus-visible': { outline: `2px solid ${palettes[mode].primary.main}`, outlineOffset: 2 } } } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' }, outlined: { borderColor: palettes[mode].divider } } },
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { whiteSpace: 'nowrap' } } },
    // The ripple of what has the focus dims its words while it pulsates; the outline shows the focus.
    MuiMenuItem: { defaultProps: { disableRipple: true } },
    MuiTooltip: { defaultProps: { arrow: true } },
    MuiTextField: { defaultProps: { size: 'small', variant: 'outlined' } },
    MuiFormControl: { defaultProps: { size: 'small', variant: 'outlined' } },
    // CJK headers would break after every character.
    MuiTableCell: {
      styleOverrides: {
        root: { borderColor: palettes[mode].divider },
        head: { whiteSpace: 'nowrap', fontWeight: 600, backgroundColor: mode === 'light' ? '#f0f2f5' : '#242a33', color: palettes[mode].text.secondary },
      },
    },
    // react-admin's row checkboxes carry their label on a span; the input is what needs it.
    MuiCheckbox: {
      defaultProps: {
        slotProps: {
          root: () => ({ 'aria-label': undefined }),
          input: (owner: object) => ('aria-label' in owner && owner['aria-label'] ? { 'aria-label': String(owner['aria-label']) } : {}),
        } as object,
      },
    },
    MuiTab: { styleOverrides: { root: { minHeight: 44, minWidth: 0, padding: '8px 14px', fontSize: '0.9375rem' } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 44 } } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.0625rem', fontWeight: 600 } } },
    MuiDialog: { styleOverrides: { paper: { border: mode === 'dark' ? `1px solid ${palettes.dark.divider}` : 'none' } } },
    MuiTablePagination: { styleOverrides: { root: { overflow: 'hidden' } } },
    MuiAccordion: { defaultProps: { disableGutters: true, elevation: 0 } },
  },
});

export const lightTheme = themeOf('light');
export const darkTheme = themeOf('dark');
