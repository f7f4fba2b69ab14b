import { Box, Tab, Tabs } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider, useListContext, useTranslate } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { View } from '../providers/wire.ts';

const views = ['todo', 'due-soon', 'overdue', 'mine-done', 'all'] as const satisfies readonly View[];

/** 待办, 即将超期, 已超期, 已办, 全部: how many there are in each comes in one call, narrowed by the same filters. */
export function CaseTabs() {
  const translate = useTranslate();
  const provider = useDataProvider<BihuanProvider>();
  const { filterValues, setFilters, displayedFilters } = useListContext();
  const { view = 'all', ...others } = filterValues as { view?: View };
  const { data: counts } = useQuery({ queryKey: ['cases', 'counts', others], queryFn: () => provider.counts(others), placeholderData: keepPreviousData });
  return (
    <Tabs
      value={views.some((name) => name === view) ? view : false}
      onChange={(_, next: View) => setFilters({ ...others, view: next }, displayedFilters, false)}
      variant="scrollable" aria-label={translate('bihuan.views.label')}
      sx={{ borderBottom: 1, borderColor: 'divider', px: { xs: 0, sm: 1 } }}
    >
      {views.map((name) => (
        <Tab key={name} value={name} data-view={name} label={(
          <Box component="span" sx={{ display: 'inline-flex', alignItems: 'baseline', gap: 0.75 }}>
            {translate(`bihuan.views.${name}`)}
            <Box component="span" data-count sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600, fontSize: '0.8125rem', minWidth: '1ch', color: name === 'overdue' && counts?.overdue ? 'error.main' : 'inherit' }}>{counts?.[name] ?? ''}</Box>
          </Box>
        )} />
      ))}
    </Tabs>
  );
}
