import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Finding, findingText, locate } from '@bihuan/core';
import { useWords } from '../i18n/use-words.ts';
import { Disclosure } from '../layout/Disclosure.tsx';
import { errorsOf } from './examined.ts';
import { mended } from './mend.ts';

interface FindingsPanelProps { readonly text: string; readonly findings: readonly Finding[]; readonly onMend: (text: string) => void; readonly onShow: (finding: Finding) => void }

/** What was found in the draft, errors first: the sentence, where it stands, its mend, and a button where the mend is one word. */
export function FindingsPanel({ text, findings, onMend, onShow }: FindingsPanelProps) {
  const translate = useTranslate();
  const words = useWords();
  const errors = errorsOf(findings);
  const sorted = [...errors, ...findings.filter((found) => !errors.includes(found))];
  return (
    <Alert severity={errors.length > 0 ? 'error' : findings.length > 0 ? 'warning' : 'success'} variant="outlined" sx={{ mb: 2, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }} data-findings={errors.length}>
      {findings.length === 0 ? translate('bihuan.studio.sound') : (
        <Disclosure summary={translate('bihuan.studio.found', { errors: errors.length, others: findings.length - errors.length })}>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1, maxHeight: '16rem', overflow: 'auto' }}>
            {sorted.slice(0, 60).map((found, i) => {
              const place = lineOf(text, found);
              const next = mended(text, found);
              return (
                <Box component="li" key={`${found.code} ${found.pointer} ${i}`}>
                  <Typography variant="body2">{words(findingText(found))}{found.mend && ` ${words(found.mend)}`}</Typography>
                  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                    {place !== undefined && <Button size="small" onClick={() => onShow(found)}>{translate('bihuan.studio.line', { line: place })}</Button>}
                    {next !== undefined && <Button size="small" variant="outlined" onClick={() => onMend(next)}>{translate('bihuan.studio.mend', { word: found.instead })}</Button>}
                    <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{found.pointer}</Typography>
                  </Box>
                </Box>
              );
            })}
          </Box>
        </Disclosure>
      )}
    </Alert>
  );
}

const lineOf = (text: string, found: Finding): number | undefined => (found.code === 'json.unreadable' || found.code === 'json.duplicate-key' ? found.params.line : locate(text, found.path)?.line);
