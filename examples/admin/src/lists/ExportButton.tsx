import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useListContext, useLocaleState, useTranslate } from 'react-admin';
import { caseSheetFile } from '../providers/data-provider.ts';
import type { Method } from '../providers/wire.ts';

/** The whole list as it is filtered and sorted, with the columns that are shown, as an Excel file made by the server. */
export function ExportButton({ method, hidden }: { readonly method: Method; readonly hidden: readonly string[] }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { filterValues, sort } = useListContext();
  const columns = [
    ...(hidden.includes('id') ? [] : ['id']), ...(hidden.includes('due') ? [] : ['light', 'due']),
    ...method.list.columns.filter(({ by }) => !hidden.includes(by)).map(({ name }) => name),
  ];
  const href = caseSheetFile({ filter: JSON.stringify(filterValues), sort: JSON.stringify([sort.field, sort.order]), columns: columns.join(','), lang: locale === 'en' ? 'en' : 'zh' });
  return <Button component="a" href={href} download color="inherit" startIcon={<DownloadIcon />}>{translate('bihuan.ledger.export')}</Button>;
}
