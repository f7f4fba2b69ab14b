import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import { refusalOf } from '../providers/problem.ts';

/** What a table came to, or would come to. */
export interface TableOutcome {
  readonly figures: readonly (readonly [label: string, count: number])[];
  readonly problems: readonly { readonly line: number; readonly says: readonly string[] }[];
  readonly notes?: readonly string[];
  /** Whether anything would be written. */
  readonly ready: boolean;
}

interface TableDropProps { readonly label: string; readonly hint: string; readonly template: string; readonly send: (file: File, dryRun: boolean) => Promise<TableOutcome> }
interface Tried { readonly file: File; readonly outcome: TableOutcome; readonly done: boolean }

const mostProblems = 50;

/** A table is dropped or chosen, tried, and then taken: what would become of its rows is said before anything is written. */
export function TableDrop({ label, hint, template, send }: TableDropProps) {
  const translate = useTranslate();
  const words = useWords();
  const queries = useQueryClient();
  const id = useId();
  const [tried, setTried] = useState<Tried>();
  const [problem, setProblem] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const run = async (file: File | undefined, dryRun: boolean) => {
    if (!file) return;
    setBusy(true);
    setProblem([]);
    try {
      setTried({ file, outcome: await send(file, dryRun), done: !dryRun });
      if (!dryRun) await queries.invalidateQueries();
    } catch (error) {
      setTried(undefined);
      const read = refusalOf(error, [], words);
      setProblem(read?.sentences ?? [translate('bihuan.form.lost')]);
    } finally {
      setBusy(false);
    }
  };
  const drop = (event: DragEvent) => { event.preventDefault(); setOver(false); void run(event.dataTransfer.files[0], true); };
  return (
    <Box data-import aria-busy={busy} sx={{ position: 'relative' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>{hint} <Link href={template} download>{translate('bihuan.import.template')}</Link></Typography>
      <Box onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop} sx={{ border: 2, borderStyle: 'dashed', borderColor: over ? 'primary.main' : 'divider', borderRadius: 1, p: 2.5, textAlign: 'center', bgcolor: over ? 'action.hover' : 'transparent' }}>
        <Button component="label" htmlFor={id} variant="outlined" disabled={busy} startIcon={<UploadIcon />}>
          {translate('bihuan.import.choose')}<VisuallyHidden>：{label}</VisuallyHidden>
        </Button>
        <Box component="input" id={id} type="file" accept=".csv,text/csv" tabIndex={-1} onChange={(event: React.ChangeEvent<HTMLInputElement>) => { void run(event.target.files?.[0], true); event.target.value = ''; }} sx={{ position: 'absolute', width: '1px', height: '1px', opacity: 0, overflow: 'hidden' }} />
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>{translate('bihuan.import.drop')}</Typography>
      </Box>
      {problem.length > 0 && <Alert severity="error" variant="outlined" sx={{ mt: 2 }}>{problem.map((sentence) => <div key={sentence}>{sentence}</div>)}</Alert>}
      {tried && <Outcome tried={tried} busy={busy} onTake={() => void run(tried.file, false)} />}
    </Box>
  );
}

function Outcome({ tried: { file, outcome, done }, busy, onTake }: { readonly tried: Tried; readonly busy: boolean; readonly onTake: () => void }) {
  const translate = useTranslate();
  const { figures, problems, notes = [], ready } = outcome;
  return (
    <Box role="status" aria-live="polite" data-outcome={done ? 'done' : 'tried'} sx={{ mt: 2 }}>
      <Typography sx={{ fontWeight: 600 }}>{translate(done ? 'bihuan.import.done' : 'bihuan.import.tried', { file: file.name })}</Typography>
      <Typography variant="body2">{figures.map(([label, count]) => `${label} ${count}`).join('，')}</Typography>
      {notes.map((note) => <Typography key={note} variant="body2" sx={{ color: 'text.secondary' }}>{note}</Typography>)}
      {problems.length > 0 && (
        <Box component="ul" sx={{ my: 1, pl: 3, maxHeight: '18rem', overflow: 'auto' }}>
          {problems.slice(0, mostProblems).map(({ line, says }) => <Typography component="li" key={line} variant="body2" data-line={line}>{translate('bihuan.import.line', { line })}：{says.join('；')}</Typography>)}
          {problems.length > mostProblems && <Typography component="li" variant="body2">{translate('bihuan.import.more', { count: problems.length - mostProblems })}</Typography>}
        </Box>
      )}
      {!done && ready && <Button variant="contained" disabled={busy} onClick={onTake} sx={{ mt: 1 }}>{translate('bihuan.import.take')}</Button>}
      {!done && !ready && <Alert severity="warning" variant="outlined" sx={{ mt: 1 }}>{translate('bihuan.import.notReady')}</Alert>}
    </Box>
  );
}
