import { Box, Paper, Tab, Tabs } from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Method, flowOf, wordsOf } from '@bihuan/core';
import { useWords } from '../i18n/use-words.ts';
import FlowDiagram from '../methods/FlowDiagram.tsx';
import { endingNode } from '../methods/flow-names.ts';
import type { Flow } from '../providers/wire.ts';

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

/** A flow as the diagram takes it. */
function drawn(method: Method, kind: string): Flow {
  const { nodes, edges, anywhere } = flowOf(method, kind);
  const nameOf = (id: string): string => id.replace(/^step:/, '');
  return {
    nodes: nodes.map(({ id, name, label, type }) => ({ name: type === 'ending' ? endingNode(name) : nameOf(id), label, ending: type === 'ending' })),
    edges: edges.flatMap(({ from, to, label, by, back }) => ('action' in by ? [{ from: nameOf(from), to: nameOf(to), action: by.action, label, back }] : [])),
    anywhere: anywhere.map(({ to, label, by }) => ({ to: nameOf(to), label, ...('action' in by ? { action: by.action } : { clock: by.clock }) })),
    mermaid: '',
  };
}
