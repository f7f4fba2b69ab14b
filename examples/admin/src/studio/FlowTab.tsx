import { Box, Paper, Tab, Tabs } from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Method, wordsOf } from '@bihuan/core';
import { useWords } from '../i18n/use-words.ts';
import FlowDiagram from '../methods/FlowDiagram.tsx';
import { drawn } from './draw-flow.ts';

/** The flow of each kind, as the draft has it at this moment. */
export default function FlowTab({ method }: { readonly method: Method }) {
  const translate = useTranslate();
  const words = useWords();
  const kinds = Object.entries(method.kinds);
  const [chosen, setChosen] = useState(kinds[0]?.[0] ?? '');
  const kind = Object.hasOwn(method.kinds, chosen) ? chosen : kinds[0]?.[0] ?? '';
  return (
    <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
      {kinds.length > 1 && (
        <Tabs value={kind} onChange={(_, name: string) => setChosen(name)} variant="scrollable" aria-label={translate('bihuan.case.kind')} sx={{ borderBottom: 1, borderColor: 'divider' }}>
          {kinds.map(([name, { label }]) => <Tab key={name} value={name} label={words(wordsOf(label))} />)}
        </Tabs>
      )}
      <Box sx={{ height: 'calc(100vh - 19rem)', minHeight: '24rem' }}><KindFlow key={kind} method={method} kind={kind} /></Box>
    </Paper>
  );
}

function KindFlow({ method, kind }: { readonly method: Method; readonly kind: string }) {
  const words = useWords();
  const flow = useMemo(() => drawn(method, kind), [method, kind]);
  return <FlowDiagram flow={flow} label={words(wordsOf(method.kinds[kind]?.label ?? kind))} />;
}
