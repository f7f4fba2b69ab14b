import { Alert, Box, MenuItem, Paper, Table, TableBody, TableCell, TableHead, TableRow, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Difference, type Method, compareMethods, parseMethod } from '@bihuan/core';
import { useWords } from '../i18n/use-words.ts';
import { Empty, Failed, Loading } from '../layout/states.tsx';
import { studioApi } from './studio-api.ts';

const theDraft = '';

/** What differs between two versions, or a version and the draft, in the words of the method. */
export function CompareTab({ versions, draft }: { readonly versions: readonly string[]; readonly draft: Method | undefined }) {
  const translate = useTranslate();
  const [from, setFrom] = useState(versions.at(-1) ?? '');
  const [to, setTo] = useState(theDraft);
  const [before, after] = [useVersion(from, draft), useVersion(to, draft)];
  const error = before.error ?? after.error;
  const choice = (label: string, value: string, set: (version: string) => void) => (
    <TextField select label={label} value={value} onChange={({ target }) => set(target.value)} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }} sx={{ minWidth: '12rem' }}>
      {versions.map((version) => <MenuItem key={version} value={version}>{translate('bihuan.method.version', { version })}</MenuItem>)}
      <MenuItem value={theDraft}>{translate('bihuan.studio.draft')}</MenuItem>
    </TextField>
  );
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2 }}>{choice(translate('bihuan.studio.before'), from, setFrom)}{choice(translate('bihuan.studio.after'), to, setTo)}</Box>
      {(from === theDraft || to === theDraft) && !draft ? <Alert severity="warning" variant="outlined">{translate('bihuan.studio.notSound')}</Alert>
        : error ? <Failed error={error} /> : before.data && after.data ? <Differences differences={compareMethods(before.data, after.data)} /> : <Loading />}
    </>
  );
}

/** A version by its number; the draft by none. */
function useVersion(version: string, draft: Method | undefined): { readonly data: Method | undefined; readonly error: unknown } {
  const { data, error } = useQuery({
    queryKey: ['studio', 'version', version], enabled: version !== theDraft, staleTime: Infinity,
    queryFn: async () => {
      const parsed = parseMethod(await studioApi.version(version));
      if (!parsed.ok) throw new Error(version);
      return parsed.value;
    },
  });
  return version === theDraft ? { data: draft, error: null } : { data, error };
}

/** Differences as a table: where, what stood there, what stands there. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const translate = useTranslate();
  const words = useWords();
  if (differences.length === 0) return <Empty>{translate('bihuan.studio.same')}</Empty>;
  return (
    <Paper variant="outlined" role="region" aria-label={translate('bihuan.ledger.scroll', { label: translate('bihuan.studio.tabs.compare') })} tabIndex={0} sx={{ overflow: 'auto' }}>
      <Table size="small" sx={{ minWidth: '36rem' }}>
        <TableHead><TableRow>{['what', 'where', 'before', 'after'].map((key) => <TableCell component="th" scope="col" key={key}>{translate(`bihuan.studio.${key}`)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {differences.map(({ what, where, path, before, after }) => (
            <TableRow key={path.join('/')} data-difference={path.join('/')}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{translate(`bihuan.studio.${what}`)}</TableCell>
              <TableCell>{where.map(words).join(' › ')}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{words(before)}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere', fontWeight: 600 }}>{words(after)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}
