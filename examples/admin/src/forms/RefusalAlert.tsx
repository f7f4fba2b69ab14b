import { Alert, AlertTitle } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { Outcome } from './use-submit.ts';

/** Why it was not done, in the server's sentences; comes into view by itself and is read out. */
export function RefusalAlert({ refusal }: { readonly refusal: Outcome | undefined }) {
  const translate = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.scrollIntoView({ block: 'nearest' }); }, [refusal]);
  if (!refusal || (refusal.kind === 'refused' && refusal.sentences.length === 0)) return null;
  if (refusal.kind === 'lost') return <Alert ref={box} severity="warning" variant="outlined">{translate('bihuan.form.lost')}</Alert>;
  return (
    <Alert ref={box} severity="error" variant="outlined" data-refusal>
      <AlertTitle sx={{ fontSize: '0.9375rem' }}>{translate('bihuan.form.refused')}</AlertTitle>
      {refusal.sentences.map((sentence) => <div key={sentence}>{sentence}</div>)}
      {refusal.stale && <div>{translate('bihuan.form.stale')}</div>}
    </Alert>
  );
}
