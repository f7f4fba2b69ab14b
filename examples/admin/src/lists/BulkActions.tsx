import ChecklistIcon from '@mui/icons-material/Checklist';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { CaseLine } from '../providers/wire.ts';
import { BulkDialog } from './BulkDialog.tsx';

/** 批量办理: shown once rows are chosen. */
export function BulkActions() {
  const translate = useTranslate();
  const { selectedIds, onUnselectItems } = useListContext<CaseLine>();
  const [ids, setIds] = useState<readonly string[]>();
  return (
    <>
      <Button size="small" startIcon={<ChecklistIcon />} onClick={() => setIds(selectedIds.map(String))}>{translate('bihuan.bulk.title')}</Button>
      {ids && <BulkDialog ids={ids} onClose={() => { setIds(undefined); }} onDone={() => { setIds(undefined); onUnselectItems(); }} />}
    </>
  );
}
