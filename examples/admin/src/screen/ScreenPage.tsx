import CloseIcon from '@mui/icons-material/CloseOutlined';
import FullscreenIcon from '@mui/icons-material/FullscreenOutlined';
import { Box, IconButton, ThemeProvider, Typography, createTheme } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { LanguageEffect } from '../layout/LanguageEffect.tsx';
import { LiveUpdates } from '../layout/LiveUpdates.tsx';
import { Failed, Loading } from '../layout/states.tsx';
import { type Screen, office } from '../providers/office.ts';
import { PageStyles } from '../theme/PageStyles.tsx';
import { darkTheme } from '../theme/theme.ts';
import { whenText } from '../time/instant-text.ts';
import { Chart, type ChartOption } from './Chart.tsx';
import { Counted } from './Counted.tsx';

const ink = '#e8edf4';
const faint = '#a9b6c8';
const colours = ['#6cb6ff', '#ffd479', '#7fd8be', '#ff9e9e', '#c3a6ff', '#f4a8d4', '#b8d977', '#9fb4cc'];

/** 大屏: the district at a glance, always dark, for a wall of 1920 × 1080; a list on a phone. Every number leads to its cases; nobody's name is on it. */
export default function ScreenPage() {
  const translate = useTranslate();
  const words = useWords();
  const { data, error, refetch } = useQuery({ queryKey: ['screen'], queryFn: () => office.screen(), refetchInterval: 60_000, placeholderData: (before) => before });
  useEffect(() => { document.title = `${translate('bihuan.screen.title')} · ${translate('bihuan.product')}`; }, [translate]);
  return (
    <ThemeProvider theme={createTheme(darkTheme)}>
      <PageStyles />
      <LanguageEffect />
      <LiveUpdates />
      <Box component="main" data-screen sx={{ minHeight: '100vh', height: { lg: '100vh' }, bgcolor: '#0b1420', color: ink, p: { xs: 1.5, lg: 2.5 }, display: 'flex', flexDirection: 'column', gap: { xs: 1.5, lg: 2 }, colorScheme: 'dark' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
          <Typography variant="h1" sx={{ fontSize: { xs: '1.25rem', lg: '1.75rem' } }}>{words(data?.district) || translate('bihuan.screen.title')}</Typography>
          <Typography sx={{ ml: 'auto', color: faint, fontVariantNumeric: 'tabular-nums' }}>{data && translate('bihuan.screen.at', { at: whenText(data.at) })}</Typography>
          <IconButton color="inherit" aria-label={translate('bihuan.screen.full')} onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)} sx={{ display: { xs: 'none', lg: 'inline-flex' } }}><FullscreenIcon /></IconButton>
          <IconButton color="inherit" aria-label={translate('bihuan.screen.leave')} component={Link} to="/desk"><CloseIcon /></IconButton>
        </Box>
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : data ? <Figures screen={data} /> : <Loading lines={8} />}
      </Box>
    </ThemeProvider>
  );
}

function Figures({ screen }: { readonly screen: Screen }) {
  const translate = useTranslate();
  return (
    <>
      <Box component="ul" aria-label={translate('bihuan.screen.figures')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: { xs: 1, lg: 2 }, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(5, minmax(0, 1fr))' } }}>
        {screen.tabs.map(({ view, count, filter }) => (
          <Box component="li" key={view} data-view={view} sx={{ bgcolor: '#13202f', borderRadius: 1, px: 2, py: 1.5, borderTop: 3, borderColor: view === 'overdue' ? '#ff9e9e' : view === 'due-soon' ? '#ffd479' : '#6cb6ff' }}>
            <Typography sx={{ color: faint }}>{translate(`bihuan.screen.view.${view}`)}</Typography>
            <Counted big count={count} filter={filter} label={`${translate(`bihuan.screen.view.${view}`)} ${count}`} />
          </Box>
        ))}
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, display: 'grid', gap: { xs: 1.5, lg: 2 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '27rem minmax(0, 1fr) 27rem' }, gridTemplateRows: { lg: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
        <Block title={translate('bihuan.screen.sources')}><Composition parts={screen.sources} /></Block>
        <Block title={translate('bihuan.screen.trend')}><Trend screen={screen} /></Block>
        <Block title={translate('bihuan.screen.latest')} tall><Latest screen={screen} /></Block>
        <Block title={translate('bihuan.screen.kinds')}><Composition parts={screen.kinds} /></Block>
        <Block title={translate('bihuan.screen.units')}><Ranking screen={screen} /></Block>
      </Box>
    </>
  );
}

const Block = ({ title, children, tall = false }: { readonly title: string; readonly children: ReactNode; readonly tall?: boolean }) => (
  <Box component="section" aria-label={title} sx={{ bgcolor: '#13202f', borderRadius: 1, p: 2, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column', ...(tall ? { gridRow: { lg: 'span 2' }, gridColumn: { lg: 3 } } : {}) }}>
    <Typography variant="h2" sx={{ fontSize: '1.125rem', color: ink, mb: 1 }}>{title}</Typography>
    {children}
  </Box>
);

/** Parts of a whole: drawn, and as a list of numbers that lead to their cases. */
function Composition({ parts }: { readonly parts: Screen['kinds'] }) {
  const words = useWords();
  const shown = parts.filter(({ count }) => count > 0);
  const option = useMemo((): ChartOption => ({ color: colours, series: [{ type: 'pie', radius: ['45%', '90%'], label: { show: false }, itemStyle: { borderColor: '#13202f', borderWidth: 2 }, data: shown.map(({ label, count }) => ({ name: words(label), value: count })) }] }), [shown, words]);
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '11rem minmax(0, 1fr)' }, gap: 2, alignItems: 'center' }}>
      <Box sx={{ display: { xs: 'none', sm: 'block' } }}><Chart option={option} height="11rem" /></Box>
      <Box component="ul" tabIndex={0} sx={{ listStyle: 'none', m: 0, p: 0, overflow: 'auto', maxHeight: '100%' }}>
        {shown.map(({ name, label, count, filter }, i) => (
          <Box component="li" key={name} sx={{ display: 'flex', alignItems: 'baseline', gap: 1, py: 0.25 }}>
            <Box component="span" aria-hidden sx={{ width: 10, height: 10, borderRadius: 0.5, bgcolor: colours[i % colours.length], flexShrink: 0 }} />
            <Typography component="span" noWrap sx={{ flex: 1, color: faint }} title={words(label)}>{words(label)}</Typography>
            <Counted count={count} filter={filter} label={`${words(label)} ${count}`} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Trend({ screen: { trend } }: { readonly screen: Screen }) {
  const translate = useTranslate();
  const option = useMemo((): ChartOption => {
    const axis = { axisLabel: { color: faint, fontSize: 14 }, axisLine: { lineStyle: { color: faint } }, splitLine: { lineStyle: { color: '#24364a' } } };
    return {
      color: colours, grid: { left: 45, right: 15, top: 40, bottom: 30 }, legend: { textStyle: { color: ink, fontSize: 14 }, top: 0 },
      xAxis: { type: 'category', data: trend.map(({ month }) => month), ...axis }, yAxis: { type: 'value', minInterval: 1, ...axis },
      series: [{ type: 'bar', name: translate('bihuan.screen.opened'), data: trend.map(({ opened }) => opened) }, { type: 'line', name: translate('bihuan.screen.ended'), symbolSize: 8, data: trend.map(({ ended }) => ended) }],
    };
  }, [trend, translate]);
  return (
    <>
      <Box sx={{ flex: 1, minHeight: 0, display: { xs: 'none', sm: 'flex' } }}><Chart option={option} height="100%" /></Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pt: 1, display: 'grid', gap: 0.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: `repeat(${trend.length}, minmax(0, 1fr))` } }}>
        {trend.map(({ month, opened, ended, openedFilter, endedFilter }) => (
          <Box component="li" key={month} sx={{ display: 'flex', gap: 1, justifyContent: { sm: 'center' } }}>
            <Typography component="span" sx={{ display: { sm: 'none' }, color: faint, flex: 1 }}>{month}</Typography>
            <Counted count={opened} filter={openedFilter} label={`${month} ${translate('bihuan.screen.opened')} ${opened}`} />
            <Box component="span" aria-hidden sx={{ color: faint }}>/</Box>
            <Counted count={ended} filter={endedFilter} label={`${month} ${translate('bihuan.screen.ended')} ${ended}`} />
          </Box>
        ))}
      </Box>
    </>
  );
}

function Ranking({ screen: { units } }: { readonly screen: Screen }) {
  const translate = useTranslate();
  const words = useWords();
  const most = Math.max(1, ...units.map(({ count }) => count));
  return (
    <Box component="ol" tabIndex={0} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75, overflow: 'auto' }}>
      {units.map(({ name, label, count, open, overdue, filter }, i) => (
        <Box component="li" key={name} data-rank={i + 1} sx={{ display: 'grid', gridTemplateColumns: '1.5rem minmax(0, 10rem) minmax(0, 1fr) auto', columnGap: 1, alignItems: 'center' }}>
          <Typography component="span" sx={{ color: faint }}>{i + 1}</Typography>
          <Typography component="span" noWrap title={words(label)}>{words(label)}</Typography>
          <Box aria-hidden sx={{ height: 10, borderRadius: 1, bgcolor: '#24364a' }}><Box sx={{ height: '100%', borderRadius: 1, width: `${(count / most) * 100}%`, bgcolor: colours[0] }} /></Box>
          <Box component="span" sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
            <Counted count={count} filter={filter} label={`${words(label)} ${count}`} />
            <Typography component="span" sx={{ color: faint, whiteSpace: 'nowrap', fontSize: '0.9375rem' }}>{translate('bihuan.screen.openOf', { open, overdue })}</Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Latest({ screen: { latest } }: { readonly screen: Screen }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box component="ul" tabIndex={0} sx={{ listStyle: 'none', m: 0, p: 0, overflow: 'auto', display: 'grid', gap: 1.25, alignContent: 'start' }}>
      {latest.map(({ id, what, at, kind, source, unit }) => (
        <Box component="li" key={`${id} ${what}`} sx={{ borderLeft: 3, borderColor: what === 'opened' ? colours[0] : colours[2], pl: 1.25 }}>
          <Typography sx={{ color: faint, fontSize: '0.9375rem', fontVariantNumeric: 'tabular-nums' }}>{whenText(at)} · {translate(`bihuan.screen.${what}`)}</Typography>
          <Typography component={Link} to={`/cases/${encodeURIComponent(id)}/show`} sx={{ color: 'inherit', textDecoration: 'none', '&:hover, &:focus-visible': { textDecoration: 'underline' } }}>{id} · {words(kind)} · {words(unit)}{source && ` · ${words(source)}`}</Typography>
        </Box>
      ))}
    </Box>
  );
}
