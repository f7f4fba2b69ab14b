import { Suspense, lazy } from 'react';
import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Navigate, Route } from 'react-router-dom';
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
const PaperPage = lazy(() => import('./paper/PaperPage.tsx'));
const KanbanPage = lazy(() => import('./kanban/KanbanPage.tsx'));
const ReportPage = lazy(() => import('./report/ReportPage.tsx'));
const LedgerPage = lazy(() => import('./ledgers/LedgerPage.tsx'));
const BoardPage = lazy(() => import('./boards/BoardPage.tsx'));
const DeskPage = lazy(() => import('./duties/DeskPage.tsx'));
const FieldPage = lazy(() => import('./field/FieldPage.tsx'));
const QrPage = lazy(() => import('./qr/QrPage.tsx'));
const NormPage = lazy(() => import('./duties/NormPage.tsx'));
const SubjectList = lazy(() => import('./subjects/SubjectList.tsx'));
const SubjectPage = lazy(() => import('./subjects/SubjectPage.tsx'));
const SubjectSetPage = lazy(() => import('./subjects/SubjectSetPage.tsx'));
const MovesPage = lazy(() => import('./moves/MovesPage.tsx'));
const PublicPage = lazy(() => import('./public/PublicPage.tsx'));
const StudioPage = lazy(() => import('./studio/StudioPage.tsx'));
const PeoplePage = lazy(() => import('./people/PeoplePage.tsx'));
const AuditPage = lazy(() => import('./audit/AuditPage.tsx'));
const ImportPage = lazy(() => import('./imports/ImportPage.tsx'));
const ScreenPage = lazy(() => import('./screen/ScreenPage.tsx'));
const MethodPage = lazy(() => import('./methods/MethodPage.tsx'));

const ToDesk = () => <Navigate to="/desk" replace />;

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
    dashboard={ToDesk}
    requireAuth
    disableTelemetry
  >
    <Resource name="cases" list={CaseList} show={CasePage} />
    <CustomRoutes>
      <Route path="/kanban" element={<KanbanPage />} />
      <Route path="/cases/:id/print" element={<PaperPage />} />
      <Route path="/desk" element={<DeskPage />} />
      <Route path="/field" element={<FieldPage />} />
      <Route path="/qr" element={<QrPage />} />
      <Route path="/norms" element={<NormPage />} />
      <Route path="/norms/:name" element={<NormPage />} />
      <Route path="/subjects/:kind" element={<SubjectList />} />
      <Route path="/subject/:id" element={<SubjectPage />} />
      <Route path="/subject-set/:set" element={<SubjectSetPage />} />
      <Route path="/moves" element={<MovesPage />} />
      <Route path="/report" element={<ReportPage />} />
      <Route path="/ledgers/:name" element={<LedgerPage />} />
      <Route path="/boards/:name" element={<BoardPage />} />
      <Route path="/method" element={<MethodPage />} />
      <Route path="/people" element={<PeoplePage />} />
      <Route path="/audit" element={<AuditPage />} />
      <Route path="/subjects/:kind/import" element={<ImportPage />} />
      <Route path="/studio" element={<StudioPage />} />
    </CustomRoutes>
    <CustomRoutes noLayout>
      <Route path="/screen" element={<Suspense fallback={null}><ScreenPage /></Suspense>} />
      <Route path="/public/:district/:name" element={<Suspense fallback={null}><PublicPage /></Suspense>} />
    </CustomRoutes>
  </Admin>
);
