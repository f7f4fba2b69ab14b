import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useDataProvider, useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Panel } from '../layout/Panel.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Opening } from '../providers/wire.ts';
import { ReportForm } from './ReportForm.tsx';
import { SourceChoice } from './SourceChoice.tsx';

/** 登记事项: where it comes from, then the form that the method has for that. */
export default function ReportPage() {
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const { data: openings, error, refetch } = useQuery({ queryKey: ['openings'], queryFn: () => provider.openings() });
  const [search, setSearch] = useSearchParams();
  const [picked, setPicked] = useState<Opening>();
  // From a register or a duty one comes with the opening action already chosen.
  const named = openings?.filter(({ action }) => action === search.get('enter')) ?? [];
  const chosen = picked ?? (named.length === 1 ? named[0] : undefined);
  const offered = named.length > 1 ? named : openings;
  return (
    <>
      <PageHeader title={chosen?.register ? [chosen.label].map(words).join('') : translate('bihuan.report.title')} />
      {error ? <Failed error={error} onRetry={() => void refetch()} />
        : !openings ? <Loading />
          : openings.length === 0 ? <Empty>{translate('bihuan.report.none')}</Empty>
            : chosen ? <ReportForm key={`${chosen.action} ${chosen.source.name}`} opening={chosen} onBack={() => { setPicked(undefined); setSearch({}, { replace: true }); }} />
              : (
                <Panel title={translate('bihuan.report.choose')}>
                  <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>{translate('bihuan.report.step1')} → {translate('bihuan.report.step2')}</Typography>
                  <SourceChoice openings={offered ?? []} onChoose={setPicked} />
                </Panel>
              )}
    </>
  );
}
