import { Box, Paper, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { LightMark } from '../cases/LightMark.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { Metric } from '../providers/wire.ts';
import { MetricGroups } from './MetricGroups.tsx';
import { NumberLink } from './NumberLink.tsx';
import { change, figureText, percent } from './metric-text.ts';

/** One metric: the number, what it is of, its target, the period before, and what it is made up of. */
export function MetricTile({ metric }: { readonly metric: Metric }) {
  const translate = useTranslate();
  const words = useWords();
  const id = useId();
  const isRate = metric.of !== undefined;
  const label = words(metric.label);
  const { target, previous, wanted } = metric;
  const unit = metric.in ? translate(`bihuan.board.in.${metric.in}`) : '';
  const figure = figureText(metric, unit);
  const limit = (n: number) => (isRate ? percent(n) : n);
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} data-metric={metric.name} sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
        <Typography id={id} variant="h2" sx={{ fontWeight: 500, color: 'text.secondary', fontSize: '0.9375rem' }}>{label}</Typography>
        {wanted && <Typography variant="caption" sx={{ color: 'text.secondary', ml: 'auto', whiteSpace: 'nowrap' }}>{translate(`bihuan.board.${wanted}`)}</Typography>}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: 1.25 }}>
        <NumberLink ids={metric.ids} label={label} text={figure} big />
        {isRate && metric.of !== 0 && <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{translate('bihuan.board.of', { count: metric.count, of: metric.of })}</Typography>}
        {isRate && metric.of === 0 && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.board.noData')}</Typography>}
      </Box>
      {metric.raw && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.board.raw', { n: figureText(metric.raw, unit) })}</Typography>}
      {target && (
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
          <Typography variant="body2">{translate('bihuan.board.target')} {[target.min !== undefined && translate('bihuan.board.min', { n: limit(target.min) }), target.max !== undefined && translate('bihuan.board.max', { n: limit(target.max) })].filter(Boolean).join('，')}</Typography>
          <LightMark light={target.met ? 'met' : 'red'} word={translate(target.met ? 'bihuan.board.reached' : 'bihuan.board.missed')} />
        </Box>
      )}
      {previous && <Previous metric={metric} unit={unit} />}
      {metric.groups && metric.groups.length > 0 && <MetricGroups metric={metric} groups={metric.groups} label={label} unit={unit} />}
    </Paper>
  );
}

/** The period before, and whether it went the wanted way: in words, not by colour alone. */
function Previous({ metric, unit }: { readonly metric: Metric; readonly unit: string }) {
  const translate = useTranslate();
  const { previous } = metric;
  if (!previous) return null;
  const { way, good } = change(metric);
  const figure = figureText(previous, unit);
  const verdict = way === 'same' ? translate('bihuan.board.same') : [translate(`bihuan.board.${way}`), good !== undefined && translate(good ? 'bihuan.board.better' : 'bihuan.board.worse')].filter(Boolean).join(' · ');
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {translate('bihuan.board.previous', { n: figure })}
      {way && <Box component="span" sx={{ ml: 1, fontWeight: 600, color: good === undefined ? 'text.secondary' : good ? 'success.main' : 'warning.main' }}>{way === 'up' ? '▲' : way === 'down' ? '▼' : ''} {verdict}</Box>}
    </Typography>
  );
}
