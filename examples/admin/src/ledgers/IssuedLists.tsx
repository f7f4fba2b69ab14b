import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { Panel } from '../layout/Panel.tsx';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import { IssuedSheet } from './IssuedSheet.tsx';

/** 已发布的清单: the last first, each with its rows as they were when it was issued. */
export function IssuedLists({ name }: { readonly name: string }) {
  const translate = useTranslate();
  const provider = useDataProvider<BihuanProvider>();
  const { data, error, refetch } = useQuery({ queryKey: ['ledgers', name, 'issued'], queryFn: () => provider.issued(name) });
  return (
    <Panel title={translate('bihuan.ledger.issued')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : !data ? <Loading lines={2} />
        : data.length === 0 ? <Empty>{translate('bihuan.ledger.noneIssued')}</Empty>
          : data.map((list, i) => <IssuedSheet key={list.id} list={list} open={i === 0} />)}
    </Panel>
  );
}
