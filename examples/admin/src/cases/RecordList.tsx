import { Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../layout/Panel.tsx';
import type { Explanation } from '../providers/wire.ts';
import { FileLinks } from './FileLinks.tsx';
import { whenText } from '../time/instant-text.ts';

type RecordWire = Explanation['records'][number];

/** 记录: every entry that actions have left, grouped by its name; a withdrawn one stays, marked. */
export function RecordList({ explanation }: { readonly explanation: Explanation }) {
  const translate = useTranslate();
  const words = useWords();
  const groups = new Map<string, RecordWire[]>();
  for (const record of explanation.records) groups.set(record.name, [...(groups.get(record.name) ?? []), record]);
  return (
    <Panel title={translate('bihuan.case.records')}>
      {groups.size === 0 && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.case.noRecords')}</Typography>}
      {[...groups].map(([name, records]) => (
        <Box key={name} data-record={name} sx={{ '& + &': { mt: 1.5, pt: 1.5, borderTop: 1, borderColor: 'divider' } }}>
          <Typography variant="h3" sx={{ mb: 0.5 }}>{records.length > 1 ? translate('bihuan.case.allRecords', { label: words(records[0]?.label), count: records.length }) : words(records[0]?.label)}</Typography>
          {records.map((record) => <OneRecord key={record.id} id={explanation.id} record={record} />)}
        </Box>
      ))}
    </Panel>
  );
}

function OneRecord({ id, record }: { readonly id: string; readonly record: RecordWire }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '11rem 1fr' }, columnGap: 2, py: 0.5, opacity: record.withdrawn ? 0.7 : 1 }}>
      <Typography variant="caption" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{whenText(record.at)}{record.by && ` · ${record.by}`}</Typography>
      <Box sx={{ minWidth: 0 }}>
        {record.withdrawn && <Chip size="small" variant="outlined" label={translate('bihuan.case.withdrawn')} sx={{ height: '1.4rem' }} />}
        {record.values.map(({ label, text, files }, i) => (
          <Typography key={i} variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}><Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>{words(label)}</Box>{files?.length ? <FileLinks id={id} files={files} /> : words(text)}</Typography>
        ))}
      </Box>
    </Box>
  );
}
