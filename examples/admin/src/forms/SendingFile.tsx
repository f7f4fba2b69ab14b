import { Chip, LinearProgress } from '@mui/material';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { refusalOf } from '../providers/problem.ts';
import { type FileEntry, upload } from './upload.ts';

interface SendingFileProps {
  readonly file: File;
  readonly onSent: (entry: FileEntry) => void;
  /** With the server's sentence. */
  readonly onRefused: (why: string) => void;
  readonly onRemove: () => void;
}

/** A file on its way, with how far it is; taken off the page it is not sent on. */
export function SendingFile({ file, onSent, onRefused, onRemove }: SendingFileProps) {
  const translate = useTranslate();
  const words = useWords();
  const [percent, setPercent] = useState(0);
  const [waits, setWaits] = useState(false);
  const sent = useEffectEvent(onSent);
  const refused = useEffectEvent((error: unknown) => {
    const refusal = refusalOf(error, [], words);
    onRefused(refusal?.status === 404 ? translate('bihuan.form.filesOff') : refusal?.sentences.join('；') ?? String(error));
  });
  useEffect(() => {
    const leaving = new AbortController();
    upload(file, { signal: leaving.signal, onPercent: (now) => { setWaits(false); setPercent(now); }, onWait: () => setWaits(true) }).then(
      (entry) => sent(entry),
      (error: unknown) => { if (!leaving.signal.aborted) refused(error); });
    return () => leaving.abort();
  }, [file]);
  const text = waits ? translate('bihuan.form.fileWaits', { name: file.name }) : translate('bihuan.form.fileSending', { name: file.name, percent });
  return (
    <Chip
      variant="outlined" onDelete={onRemove} aria-label={text} data-sending
      label={<span>{text}<LinearProgress variant={waits ? 'indeterminate' : 'determinate'} value={percent} aria-label={file.name} /></span>}
    />
  );
}
