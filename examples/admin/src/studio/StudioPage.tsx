import { Alert, Box, Button, Chip, Tab, Tabs } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useDeferredValue, useMemo, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { HttpError, useTranslate } from 'react-admin';
import { type Finding, editJson } from '@bihuan/core';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { BeginPanel } from './BeginPanel.tsx';
import { CompareTab } from './CompareTab.tsx';
import type { Written } from './edits.ts';
import { examine } from './examined.ts';
import { FindingsPanel } from './FindingsPanel.tsx';
import { FormTab } from './FormTab.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { PublishTab, PublishedNote } from './PublishTab.tsx';
import { ScenariosTab } from './ScenariosTab.tsx';
import { type StudioInfo, studioApi } from './studio-api.ts';
import { useKeptDraft } from './use-kept-draft.ts';

const JsonTab = lazy(() => import('./JsonTab.tsx'));
const FlowTab = lazy(() => import('./FlowTab.tsx'));
const DryRunTab = lazy(() => import('./DryRunTab.tsx'));

type Start = { readonly text: string; readonly revision: number };

/** 工作法设计: the district's method as something to work on, from a draft to a version that the next case follows. */
export default function StudioPage() {
  const translate = useTranslate();
  const { data: info, error, refetch } = useQuery({ queryKey: ['studio', 'info'], queryFn: studioApi.info, staleTime: Infinity, refetchOnMount: 'always', retry: false });
  const [start, setStart] = useState<Start>();
  const [published, setPublished] = useState<string>();
  const title = translate('bihuan.studio.title');
  if (error instanceof HttpError && error.status === 403) return <><PageHeader title={title} /><Empty>{error.message}</Empty></>;
  if (error) return <><PageHeader title={title} /><Failed error={error} onRetry={() => void refetch()} /></>;
  if (!info) return <><PageHeader title={title} /><Loading lines={8} /></>;
  const draft = start ?? (published === undefined ? info.draft : null);
  const again = () => { setStart(undefined); setPublished(undefined); void refetch(); };
  if (!draft) {
    return (
      <>
        <PageHeader title={title} />
        {published !== undefined && <PublishedNote version={published} />}
        <Box sx={{ mt: published === undefined ? 0 : 2 }}><BeginPanel key={info.versions.length} info={info} onBegun={(begun) => { setPublished(undefined); setStart(begun); }} /></Box>
      </>
    );
  }
  return <Editor key={draft.revision} info={info} start={draft} onGone={again} onPublished={(version) => { setStart(undefined); setPublished(version); void refetch(); }} />;
}

const tabs = ['form', 'json', 'flow', 'dry', 'scenarios', 'compare', 'publish'] as const;
type TabName = (typeof tabs)[number];

function Editor({ info, start, onGone, onPublished }: { readonly info: StudioInfo; readonly start: Start; readonly onGone: () => void; readonly onPublished: (version: string) => void }) {
  const translate = useTranslate();
  const queries = useQueryClient();
  const [tab, setTab] = useState<TabName>('form');
  const [shown, setShown] = useState<Finding>();
  const { text, kept, why, change, flush } = useKeptDraft(start);
  const examined = useExamined(text);
  const value = useMemo(() => readable(text) as Written | undefined, [text]);
  const versions = info.versions.map(({ version }) => version);
  const drop = async () => {
    if (!window.confirm(translate('bihuan.studio.dropWhat'))) return;
    await studioApi.drop();
    queries.removeQueries({ queryKey: ['studio', 'info'] });
    onGone();
  };
  const reload = () => { queries.removeQueries({ queryKey: ['studio', 'info'] }); onGone(); };
  const open = (next: TabName) => { setTab(next); if (next === 'publish') void flush(); };
  const page = () => {
    switch (tab) {
      case 'form': return value ? <FormTab value={value} versions={versions} change={(path, next) => change(editJson(text, path, next))} /> : <Alert severity="warning" variant="outlined">{translate('bihuan.studio.unreadable')}</Alert>;
      case 'json': return <JsonTab text={text} value={value} findings={examined.findings} shown={shown} onChange={change} />;
      case 'flow': return examined.method ? <FlowTab method={examined.method} /> : <NotSound />;
      case 'dry': return examined.method ? <DryRunTab method={examined.method} /> : <NotSound />;
      case 'scenarios': return <ScenariosTab text={text} sound={examined.method !== undefined} />;
      case 'compare': return <CompareTab versions={versions} draft={examined.method} />;
      case 'publish': return <PublishTab text={text} method={examined.method} newest={versions.at(-1)!} onPublished={onPublished} />;
    }
  };
  return (
    <>
      <PageHeader
        title={translate('bihuan.studio.title')}
        beside={<Chip size="small" variant="outlined" label={translate('bihuan.studio.draftOf', { version: value?.version ?? '' })} />}
        actions={<><Box component="span" aria-live="polite" data-kept={kept} sx={{ fontSize: '0.875rem', color: kept === 'failed' || kept === 'taken' ? 'error.main' : 'text.secondary' }}>{translate(`bihuan.studio.kept.${kept}`)}</Box><Button color="inherit" onClick={() => void drop()}>{translate('bihuan.studio.drop')}</Button></>}
      />
      {(kept === 'failed' || kept === 'taken') && <LeaveGuard />}
      {kept === 'taken' && <Alert severity="error" variant="outlined" sx={{ mb: 2 }} action={<Button color="inherit" size="small" onClick={reload}>{translate('bihuan.studio.reload')}</Button>}>{why}</Alert>}
      <FindingsPanel text={text} findings={examined.findings} onMend={change} onShow={(found) => { setShown(found); setTab('json'); }} />
      <Tabs value={tab} onChange={(_, next: TabName) => open(next)} variant="scrollable" allowScrollButtonsMobile aria-label={translate('bihuan.studio.title')} sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}>
        {tabs.map((name) => <Tab key={name} value={name} id={`studio-tab-${name}`} label={translate(`bihuan.studio.tabs.${name}`)} />)}
      </Tabs>
      <Box role="tabpanel" aria-labelledby={`studio-tab-${tab}`}>
        <ErrorBoundary resetKeys={[text, tab]} fallbackRender={() => <Alert severity="warning" variant="outlined">{translate('bihuan.studio.unreadable')}</Alert>}>
          <Suspense fallback={<Loading />}>{page()}</Suspense>
        </ErrorBoundary>
      </Box>
    </>
  );
}

/** What the text comes to, reckoned when the typing leaves time for it. */
function useExamined(text: string) {
  const rested = useDeferredValue(text);
  return useMemo(() => examine(rested), [rested]);
}

function readable(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function NotSound() {
  const translate = useTranslate();
  return <Alert severity="warning" variant="outlined">{translate('bihuan.studio.notSound')}</Alert>;
}
