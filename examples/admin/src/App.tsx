import { lazy } from 'react';
import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { CaseList } from './cases/CaseList.tsx';
import { i18nProvider } from './i18n/i18n-provider.ts';
import { AdminLayout } from './layout/AdminLayout.tsx';
import { LoginPage } from './login/LoginPage.tsx';
import { authProvider } from './providers/auth-provider.ts';
import { dataProvider } from './providers/data-provider.ts';
import { preferenceStore } from './providers/preference-store.ts';
import { darkTheme, lightTheme } from './theme/theme.ts';

// What most visits do not need at once comes when it is opened.
const CasePage = lazy(() => import('./cases/CasePage.tsx'));
const ReportPage = lazy(() => import('./report/ReportPage.tsx'));
const LedgerPage = lazy(() => import('./ledgers/LedgerPage.tsx'));
const BoardPage = lazy(() => import('./boards/BoardPage.tsx'));
const MethodPage = lazy(() => import('./methods/MethodPage.tsx'));

/** The whole admin. It holds no rule and no district's word: menu, lists, forms and boards come from the method. */
export const App = () => (
  <Admin
    dataProvider={dataProvider}
    authProvider={authProvider}
    i18nProvider={i18nProvider}
    store={preferenceStore}
    theme={lightTheme}
    darkTheme={darkTheme}
    layout={AdminLayout}
    loginPage={LoginPage}
    requireAuth
    disableTelemetry
  >
    <Resource name="cases" list={CaseList} show={CasePage} />
    <CustomRoutes>
      <Route path="/report" element={<ReportPage />} />
      <Route path="/ledgers/:name" element={<LedgerPage />} />
      <Route path="/boards/:name" element={<BoardPage />} />
      <Route path="/method" element={<MethodPage />} />
    </CustomRoutes>
  </Admin>
);
