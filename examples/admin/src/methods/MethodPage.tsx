import { Box, Paper, Tab, Tabs, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Failed, Loading } from '../layout/states.tsx';
import { PageHeader } from '../layout/PageHeader.tsx';
import FlowDiagram from './FlowDiagram.tsx';
import { useMethod } from './use-method.ts';

/** 工作法: the flow of each kind, as the file has it. */
export default function MethodPage() {
  const translate = useTranslate();
  const words = useWords();
  const { method, error, retry } = useMethod();
  const [chosen, setChosen] = useState<string>();
  if (error) return <><PageHeader title={translate('bihuan.method.title')} /><Failed error={error} onRetry={retry} /></>;
  if (!method) return <><PageHeader title={translate('bihuan.method.title')} /><Loading lines={8} /></>;
  const kind = method.kinds.find(({ name }) => name === chosen) ?? method.kinds[0];
  const flow = kind && method.flow[kind.name];
  return (
    <>
      <PageHeader title={words(method.label)} beside={<Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.method.version', { version: method.version })}</Typography>} />
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        {method.kinds.length > 1 && (
          <Tabs value={kind?.name ?? false} onChange={(_, name: string) => setChosen(name)} variant="scrollable" aria-label={translate('bihuan.case.kind')} sx={{ borderBottom: 1, borderColor: 'divider' }}>
            {method.kinds.map(({ name, label }) => <Tab key={name} value={name} label={words(label)} />)}
          </Tabs>
        )}
        <Box sx={{ height: 'calc(100vh - 12rem)', minHeight: '24rem' }}>{kind && flow && <FlowDiagram key={kind.name} flow={flow} label={words(kind.label)} />}</Box>
      </Paper>
    </>
  );
}
