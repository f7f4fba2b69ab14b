import { Alert, Box, Button, MenuItem, Paper, TextField } from '@mui/material';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { DataProviderContext, useDataProvider, useTranslate } from 'react-admin';
import { type Method, formatInstant, parseInstant } from '@bihuan/core';
import { useWords } from '../i18n/use-words.ts';
import { Empty, Loading } from '../layout/states.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Post, Unit } from '../providers/wire.ts';
import { drawn } from './draw-flow.ts';
import { DryCase } from './DryCase.tsx';
import { DryOpening } from './DryOpening.tsx';
import { refused } from './dry-refusal.ts';
import { type DryRun, dryRun } from './dry-run.ts';

/** 试算: the draft runs in the browser, with the district's units and posts and a clock to be set; a case is played through by the real forms. */
export default function DryRunTab({ method }: { readonly method: Method }) {
  const provider = useDataProvider<BihuanProvider>();
  const { data } = useQuery({ queryKey: ['studio', 'cast'], staleTime: Infinity, queryFn: async () => ({ units: await provider.units(), posts: await provider.posts({}), today: (await provider.demo()).now.slice(0, 10) }) });
  return data ? <Begun method={method} {...data} /> : <Loading />;
}

/** A run goes on with the draft that it began with, until it is begun anew. */
function Begun({ method, units, posts, today }: { readonly method: Method; readonly today: string; readonly units: readonly Unit[]; readonly posts: readonly Post[] }) {
  const translate = useTranslate();
  const [begun, setBegun] = useState(() => ({ n: 0, run: dryRun(method, units, posts), method }));
  const again = () => setBegun(({ n }) => ({ n: n + 1, run: dryRun(method, units, posts), method }));
  return (
    <>
      {begun.method !== method && <Alert severity="info" variant="outlined" sx={{ mb: 2 }} action={<Button size="small" color="inherit" onClick={again}>{translate('bihuan.studio.again')}</Button>}>{translate('bihuan.studio.older')}</Alert>}
      <DryDesk key={begun.n} run={begun.run} today={today} />
    </>
  );
}

const steps = ['1 hours', '1 days', '1 working days', '5 working days'] as const;

function DryDesk({ run, today }: { readonly run: DryRun; readonly today: string }) {
  const translate = useTranslate();
  const words = useWords();
  const [now, setNow] = useState(() => parseInstant(`${today}T09:00`, run.zone)!);
  const [post, setPost] = useState(run.posts[0]?.id ?? '');
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string>();
  const move = async (at: number) => {
    await run.engine.tick(at);
    setNow(at);
  };
  const local = formatInstant(now, run.zone).slice(0, 16);
  const typed = (value: string) => {
    const at = parseInstant(value, run.zone);
    if (at !== undefined && (opened.length === 0 || at >= now)) void move(at);
  };
  return (
    <Local run={run} now={now} post={post}>
      <Paper variant="outlined" sx={{ p: 2, mb: 2, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '14rem minmax(0, 1fr) auto' }, alignItems: 'center' }}>
        <TextField type="datetime-local" label={translate('bihuan.studio.clock')} value={local} onChange={({ target }) => typed(target.value)} slotProps={{ inputLabel: { shrink: true } }} />
        <TextField select label={translate('bihuan.studio.as')} value={post} onChange={({ target }) => setPost(target.value)}>
          {run.posts.map((each) => <MenuItem key={each.id} value={each.id}>{words(each.roleLabel)} · {words(each.unitLabel)} · {each.name}</MenuItem>)}
        </TextField>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>{steps.map((by) => <Button key={by} size="small" variant="outlined" onClick={() => void move(run.later(now, by))}>{translate(`bihuan.studio.on.${by.replaceAll(' ', '-')}`)}</Button>)}</Box>
      </Paper>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        {opened.map((id) => <Button key={id} size="small" variant={id === chosen ? 'contained' : 'outlined'} onClick={() => setChosen(id)}>{id}</Button>)}
        {chosen !== undefined && <Button size="small" onClick={() => setChosen(undefined)}>{translate('bihuan.studio.open')}</Button>}
      </Box>
      {run.posts.length === 0 ? <Empty>{translate('bihuan.state.empty')}</Empty>
        : chosen === undefined ? <DryOpening key={post} run={run} post={post} now={now} onOpened={(id) => { setOpened((before) => [...before, id]); setChosen(id); }} />
          : <DryCase run={run} id={chosen} post={post} now={now} />}
    </Local>
  );
}

/** What the forms ask the server for is answered by the run in the browser. */
function Local({ run, now, post, children }: { readonly run: DryRun; readonly now: number; readonly post: string; readonly children: ReactNode }) {
  const queries = useMemo(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }), []);
  const provider = useMemo(() => ({
    units: async () => run.units,
    posts: async ({ role, over }: { readonly role?: string; readonly over?: string }) => {
      const found = await run.engine.directory.posts('dry-run', { ...(role && { role }), ...(over && { over }) });
      return run.posts.filter(({ id }) => found.some((each) => each.id === id));
    },
    methods: async () => run.engine.methods.map((method) => ({ flow: Object.fromEntries(Object.keys(method.kinds).map((kind) => [kind, drawn(method, kind)])), subjects: [] })),
    demo: async () => ({ demo: false, now: formatInstant(now, run.zone) }),
    getList: async () => ({ data: [], total: 0 }),
    similar: async () => [],
    act: async (log: { readonly id: string }, action: string, { input }: { readonly input: Readonly<Record<string, unknown>> }) => {
      const result = await run.engine.act(log.id, action, input, { by: await run.actorOf(post), at: now });
      if (!result.ok) throw refused(result.issues);
      return { id: log.id };
    },
  }), [run, now, post]);
  return <DataProviderContext.Provider value={provider as never}><QueryClientProvider client={queries}>{children}</QueryClientProvider></DataProviderContext.Provider>;
}
