import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { Metric } from '../providers/wire.ts';
import { NumberLink } from './NumberLink.tsx';
import { percent } from './metric-text.ts';

/** What a number is made up of, the largest first: a bar and a number for each group, every number a link. */
export function MetricGroups({ metric, groups, label }: { readonly metric: Metric; readonly groups: NonNullable<Metric['groups']>; readonly label: string }) {
  const translate = useTranslate();
  const words = useWords();
  const isRate = metric.of !== undefined;
  const most = Math.max(1, ...groups.map(({ count }) => count));
  return (
    <Box component="ul" aria-label={translate('bihuan.board.groups')} sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, pt: 1, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 0.75 }}>
      {[...groups].sort((a, b) => b.count - a.count).map((group) => {
        const share = isRate ? (group.of ? group.count / group.of : 0) : group.count / most;
        return (
          <Box component="li" key={group.value} data-group={group.value} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 1, alignItems: 'baseline' }}>
            <Typography variant="body2" noWrap title={words(group.label)}>{words(group.label) || '—'}</Typography>
            <Typography variant="body2" component="span"><NumberLink ids={group.ids} label={`${label} · ${words(group.label)}`} text={isRate ? (group.of ? percent(share) : '—') : String(group.count)} /></Typography>
            <Box aria-hidden sx={{ gridColumn: '1 / -1', height: 4, borderRadius: 2, bgcolor: 'action.hover' }}><Box sx={{ height: '100%', borderRadius: 2, width: `${share * 100}%`, bgcolor: 'primary.main', opacity: 0.75 }} /></Box>
          </Box>
        );
      })}
    </Box>
  );
}
