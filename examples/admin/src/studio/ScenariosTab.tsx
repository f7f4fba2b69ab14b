import { Alert, Box, Button, LinearProgress, Paper, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { LightMark } from '../cases/LightMark.tsx';
import { useWords } from '../i18n/use-words.ts';
import { studioApi } from './studio-api.ts';
import type { PlayedScenario } from './play-scenarios.ts';

/** The method's scenarios, played in the browser on the draft as it stands: each with what did not go as it says. */
export function ScenariosTab({ text, sound }: { readonly text: string; readonly sound: boolean }) {
  const translate = useTranslate();
  const words = useWords();
  const { data: file } = useQuery({ queryKey: ['studio', 'scenarios'], queryFn: studioApi.scenarios, staleTime: Infinity });
  const [results, setResults] = useState<readonly PlayedScenario[]>([]);
  const [state, setState] = useState<'idle' | 'playing' | 'done'>('idle');
  const worker = useRef<Worker>(undefined);
  useEffect(() => () => worker.current?.terminate(), []);
  const play = () => {
    worker.current?.terminate();
    const playing = worker.current = new Worker(new URL('./scenario-worker.ts', import.meta.url), { type: 'module' });
    setResults([]);
    setState('playing');
    playing.onmessage = ({ data }: MessageEvent<PlayedScenario | 'done'>) => {
      if (data !== 'done') setResults((before) => [...before, data]);
      else { setState('done'); playing.terminate(); }
    };
    playing.postMessage({ text, file: file ?? '' });
  };
  const failed = results.filter(({ ok }) => !ok);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 2 }}>
        <Button variant="contained" disabled={!sound || file === undefined || state === 'playing'} onClick={play}>{translate('bihuan.studio.play')}</Button>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.studio.playHint')}</Typography>
      </Box>
      {!sound && <Alert severity="warning" variant="outlined">{translate('bihuan.studio.notSound')}</Alert>}
      {state === 'playing' && <LinearProgress aria-label={translate('bihuan.studio.playing')} sx={{ mb: 2 }} />}
      {state === 'done' && <Alert severity={failed.length > 0 ? 'warning' : 'success'} variant="outlined" sx={{ mb: 2 }} data-played={results.length}>{translate('bihuan.studio.played', { count: results.length, failed: failed.length })}</Alert>}
      <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: results.length > 0 ? 'block' : 'none' }}>
        {[...failed, ...results.filter(({ ok }) => ok)].map(({ name, label, ok, failures }) => (
          <Box component="li" key={name} data-scenario={name} sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } }}>
            <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}><LightMark light={ok ? 'met' : 'red'} word={translate(ok ? 'bihuan.studio.asSaid' : 'bihuan.studio.notAsSaid')} /><Typography variant="body2">{words(label)}</Typography></Box>
            {failures.map(({ at, says }, i) => <Typography key={i} variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{at} · {words(says)}</Typography>)}
          </Box>
        ))}
      </Paper>
    </>
  );
}
