import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading } from '../layout/states.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Explanation, LineageEntry } from '../providers/wire.ts';
import { LightMark } from './LightMark.tsx';
import { logPath } from './log-path.ts';

/** 关联: everything that the case belongs with, as far as links lead, as a tree of links. */
export function LineagePanel({ explanation }: { readonly explanation: Explanation }) {
  const translate = useTranslate();
  const provider = useDataProvider<BihuanProvider>();
  const linked = explanation.links.length > 0;
  const { data, error, refetch } = useQuery({ queryKey: ['lineage', explanation.id, explanation.version], queryFn: () => provider.lineage(explanation.id), enabled: linked });
  if (!linked) return null;
  return (
    <Panel title={translate('bihuan.link.title')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : !data ? <Loading lines={2} /> : <Branches all={data} above={explanation.id} />}
    </Panel>
  );
}

function Branches({ all, above }: { readonly all: readonly LineageEntry[]; readonly above: string }) {
  const below = all.filter((entry) => entry.above === above);
  if (below.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, '& ul': { ml: 1, pl: 1.5, borderLeft: 1.5, borderColor: 'divider' } }}>
      {below.map((entry) => <Box component="li" key={entry.id} data-linked={entry.id} sx={{ py: 0.5 }}><Branch entry={entry} /><Branches all={all} above={entry.id} /></Box>)}
    </Box>
  );
}

function Branch({ entry }: { readonly entry: LineageEntry }) {
  const words = useWords();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>{[words(entry.link?.label), words(entry.kind.label)].filter(Boolean).join(' · ')}</Typography>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Box component={Link} to={logPath(entry)} sx={{ color: 'primary.main', overflowWrap: 'anywhere' }}>{[entry.id, entry.title].filter(Boolean).join(' ')}</Box>
        {entry.stands && <LightMark quiet light={entry.ended ? 'met' : 'none'} word={words(entry.stands)} />}
      </Box>
    </Box>
  );
}
