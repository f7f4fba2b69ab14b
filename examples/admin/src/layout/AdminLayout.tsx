import { Box, Drawer, useMediaQuery } from '@mui/material';
import { zhCN } from '@mui/material/locale';
import { type Theme, ThemeProvider, createTheme } from '@mui/material/styles';
import { type ReactNode, Suspense, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { SkipNavigationButton, useLocaleState, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { PageStyles } from '../theme/PageStyles.tsx';
import { DemoClock } from './DemoClock.tsx';
import { LanguageEffect } from './LanguageEffect.tsx';
import { LiveUpdates } from './LiveUpdates.tsx';
import { SideMenu } from './SideMenu.tsx';
import { Failed, Loading } from './states.tsx';
import { TopBar } from './TopBar.tsx';

const menuWidth = '13.5rem';

/** Bar above, menu at the left (a drawer on a phone), the page. */
export function AdminLayout({ children }: { readonly children?: ReactNode }) {
  const [locale] = useLocaleState();
  const translate = useTranslate();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  return (
    <ThemeProvider theme={(theme: Theme) => createTheme(theme, locale === 'en' ? {} : zhCN)}>
      <PageStyles />
      <LanguageEffect />
      <LiveUpdates />
      <SkipNavigationButton />
      <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default', color: 'text.primary' }}>
        <TopBar onOpenMenu={narrow ? () => setOpen(true) : undefined} />
        <DemoClock />
        <Box sx={{ display: 'flex', flex: 1, minWidth: 0 }}>
          {narrow
            ? <Drawer open={open} onClose={() => setOpen(false)} slotProps={{ paper: { sx: { width: menuWidth } } }}><SideMenu onGone={() => setOpen(false)} /></Drawer>
            : <Box className="no-print" sx={{ width: menuWidth, flexShrink: 0, borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper' }}><Box sx={{ position: 'sticky', top: '3.25rem', maxHeight: 'calc(100vh - 3.25rem)', overflowY: 'auto' }}><SideMenu /></Box></Box>}
          <Box component="main" id="main-content" tabIndex={-1} aria-label={translate('bihuan.product')} sx={{ flex: 1, minWidth: 0, p: { xs: 1.5, md: 2.5 }, outline: 'none' }}>
            <ErrorBoundary resetKeys={[pathname]} fallbackRender={({ resetErrorBoundary }) => <Failed onRetry={resetErrorBoundary} />}>
              <Suspense fallback={<Loading />}>{children}</Suspense>
            </ErrorBoundary>
          </Box>
        </Box>
      </Box>
    </ThemeProvider>
  );
}
