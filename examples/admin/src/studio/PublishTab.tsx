import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type Method, compareMethods, parseMethod } from '@bihuan/core';
import { RefusalAlert } from '../forms/RefusalAlert.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { useWords } from '../i18n/use-words.ts';
import { Disclosure } from '../layout/Disclosure.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading } from '../layout/states.tsx';
import { Differences } from './CompareTab.tsx';
import { type StudioTrial, studioApi } from './studio-api.ts';

interface PublishTabProps { readonly text: string; readonly method: Method | undefined; readonly newest: string; readonly onPublished: (version: string) => void }

/** Before a version is published: what differs, what it means for open cases, and whether somebody holds every role. */
export function PublishTab({ text, method, newest, onPublished }: PublishTabProps) {
  const translate = useTranslate();
  const before = useQuery({ queryKey: ['studio', 'version', newest], queryFn: () => methodAt(newest), staleTime: Infinity });
  const trial = useQuery({ queryKey: ['studio', 'trial', text], queryFn: () => studioApi.trial(text), enabled: method !== undefined && method.version !== newest, retry: false });
  if (!method) return <Alert severity="warning" variant="outlined">{translate('bihuan.studio.notSound')}</Alert>;
  return (
    <>
      <Panel title={translate('bihuan.studio.changes')}>{before.data ? <Differences differences={compareMethods(before.data, method)} /> : before.error ? <Failed error={before.error} /> : <Loading />}</Panel>
      <Panel title={translate('bihuan.studio.impact')}>
        <Typography variant="body2" sx={{ mb: 1 }}>{translate('bihuan.studio.next', { version: method.version })}</Typography>
        {method.version === newest ? <Alert severity="warning" variant="outlined">{translate('bihuan.studio.higher', { version: newest })}</Alert>
          : trial.error ? <Failed error={trial.error} onRetry={() => void trial.refetch()} /> : trial.data ? <Impact trial={trial.data} /> : <Loading lines={2} />}
      </Panel>
      <PublishButton text={text} version={method.version} possible={trial.data !== undefined} onPublished={onPublished} />
    </>
  );
}

async function methodAt(version: string): Promise<Method> {
  const parsed = parseMethod(await studioApi.version(version));
  if (!parsed.ok) throw new Error(version);
  return parsed.value;
}

function Impact({ trial: { cases, unheld } }: { readonly trial: StudioTrial }) {
  const translate = useTranslate();
  const words = useWords();
  const movable = cases.filter(({ ok }) => ok);
  const reasons = new Map<string, string[]>();
  for (const { id, ok, issues } of cases) if (!ok) for (const issue of issues) reasons.set(words(issue), [...reasons.get(words(issue)) ?? [], id]);
  return (
    <Box data-impact={`${cases.length} ${movable.length}`} sx={{ display: 'grid', gap: 1 }}>
      <Typography>{translate('bihuan.studio.stay', { count: cases.length })}</Typography>
      <Typography>{translate('bihuan.studio.movable', { count: movable.length, others: cases.length - movable.length })}</Typography>
      {[...reasons].map(([reason, ids]) => (
        <Disclosure key={reason} summary={`${reason}（${ids.length}）`}><Typography variant="body2">{ids.join('、')}</Typography></Disclosure>
      ))}
      {unheld.length > 0 && <Alert severity="warning" variant="outlined">{translate('bihuan.studio.unheld', { roles: unheld.map(({ label }) => words(label)).join('、') })}</Alert>}
    </Box>
  );
}

function PublishButton({ text, version, possible, onPublished }: { readonly text: string; readonly version: string; readonly possible: boolean; readonly onPublished: (version: string) => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { busy, refusal, submit } = useSubmit({
    form: [], send: () => studioApi.publish(text),
    done: ({ version: out }) => {
      notify('bihuan.studio.published', { type: 'success', messageArgs: { version: out } });
      void queries.invalidateQueries();
      onPublished(out);
    },
  });
  return (
    <>
      <Button variant="contained" disabled={!possible} onClick={() => setAsked(true)}>{translate('bihuan.studio.publish', { version })}</Button>
      <Dialog open={asked} onClose={() => setAsked(false)} aria-labelledby="publish-title" maxWidth="sm">
        <DialogTitle id="publish-title">{translate('bihuan.studio.publish', { version })}</DialogTitle>
        <DialogContent><Typography variant="body2" sx={{ mb: 1 }}>{translate('bihuan.studio.publishWhat')}</Typography><RefusalAlert refusal={refusal} /></DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button color="inherit" onClick={() => setAsked(false)}>{translate('bihuan.form.cancel')}</Button>
          <Button variant="contained" disabled={busy} onClick={() => void submit()}>{translate('bihuan.studio.confirm')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

/** What has just been published, and the way to the open cases. */
export function PublishedNote({ version }: { readonly version: string }) {
  const translate = useTranslate();
  return (
    <Alert severity="success" variant="outlined" action={<Button component={Link} to="/moves" color="inherit" size="small">{translate('bihuan.menu.moves')}</Button>}>{translate('bihuan.studio.published', { version })}</Alert>
  );
}
