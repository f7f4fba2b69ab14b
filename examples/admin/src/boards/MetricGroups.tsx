import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { Metric } from '../providers/wire.ts';
import { NumberLink } from './NumberLink.tsx';
import { figureText } from './metric-text.ts';

type Group = NonNullable<Metric['groups']>[number];

/** What a number is made up of: ranked groups by their rank, others the largest first; a bar and a number for each, every number a link. */
export function MetricGroups({ metric, groups, label, unit }: { readonly metric: Metric; readonly groups: readonly Group[]; readonly label: string; readonly unit: string }) {
  const translate = useTranslate();
  const words = useWords();
  const isRate = metric.of !== undefined;
  const sizeOf = ({ count, of, figure = count }: Group) => (isRate ? (of ? count / of : 0) : figure);
  const most = isRate ? 1 : Math.max(...groups.map(sizeOf), 0) || 1;
  const sorted = [...groups].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || sizeOf(b) - sizeOf(a));
  return (
    <Box component="ul" aria-label={translate('bihuan.board.groups')} sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, pt: 1, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 0.75 }}>
      {sorted.map((group) => (
        <Box component="li" key={group.value} data-group={group.value} {...(group.rank === undefined ? {} : { 'data-rank': group.rank })} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 1, alignItems: 'baseline' }}>
          <Typography variant="body2" noWrap title={words(group.label)}>
            {group.rank !== undefined && <Box component="span" sx={{ fontWeight: 600, mr: 1, fontVariantNumeric: 'tabular-nums' }}>{translate('bihuan.board.rank', { n: group.rank })}</Box>}{words(group.label) || '—'}
          </Typography>
          <Typography variant="body2" component="span">
            {group.raw && <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>{translate('bihuan.board.raw', { n: figureText(group.raw, unit) })}</Box>}
            <NumberLink ids={group.ids} label={`${label} · ${words(group.label)}`} text={figureText({ ...group, value: group.figure }, unit)} />
          </Typography>
          <Box aria-hidden sx={{ gridColumn: '1 / -1', height: 4, borderRadius: 2, bgcolor: 'action.hover' }}><Box sx={{ height: '100%', borderRadius: 2, width: `${Math.max(0, Math.min(1, sizeOf(group) / most)) * 100}%`, bgcolor: 'primary.main', opacity: 0.75 }} /></Box>
        </Box>
      ))}
    </Box>
  );
}
