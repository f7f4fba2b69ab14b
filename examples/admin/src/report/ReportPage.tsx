import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
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
  const provider = useDataProvider<BihuanProvider>();
  const { data: openings, error, refetch } = useQuery({ queryKey: ['openings'], queryFn: () => provider.openings() });
  const [chosen, setChosen] = useState<Opening>();
  return (
    <>
      <PageHeader title={translate('bihuan.report.title')} />
      {error ? <Failed error={error} onRetry={() => void refetch()} />
        : !openings ? <Loading />
          : openings.length === 0 ? <Empty>{translate('bihuan.report.none')}</Empty>
            : chosen ? <ReportForm key={`${chosen.action} ${chosen.source.name}`} opening={chosen} onBack={() => setChosen(undefined)} />
              : (
                <Panel title={translate('bihuan.report.choose')}>
                  <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>{translate('bihuan.report.step1')} → {translate('bihuan.report.step2')}</Typography>
                  <SourceChoice openings={openings} onChoose={setChosen} />
                </Panel>
              )}
    </>
  );
}
