import AttachFileIcon from '@mui/icons-material/AttachFile';
import CameraIcon from '@mui/icons-material/PhotoCameraOutlined';
import { Box, Button, Chip, FormControl, FormHelperText, FormLabel, useMediaQuery } from '@mui/material';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { newSubmitKey } from '../providers/submit-key.ts';
import { SendingFile } from './SendingFile.tsx';
import type { FancyProps } from './fancy-props.ts';
import { type FileEntry, type Sending, isSending } from './upload.ts';

type Entry = FileEntry | Sending;
type FilesInputProps = FancyProps & { readonly value: readonly Entry[]; readonly onChange: (value: readonly Entry[]) => void };

/** Attachments: each is uploaded as soon as it is chosen; what the server refuses says why and is not in the form. */
export function FilesInput({ label, required = false, error, hint, value, onChange }: FilesInputProps) {
  const translate = useTranslate();
  const id = useId();
  const [picker, camera] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const phone = useMediaQuery('(pointer: coarse)');
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  // Several uploads end at once, each of them knows only what stood there when it began.
  const held = useRef(value);
  useEffect(() => { held.current = value; }, [value]);
  const change = (next: readonly Entry[]) => {
    held.current = next;
    onChange(next);
  };
  const without = (entry: Entry) => held.current.filter((other) => (isSending(entry) ? !isSending(other) || other.sending !== entry.sending : isSending(other) || other.hash !== entry.hash));
  const add = (input: HTMLInputElement) => {
    setRefusals([]);
    change([...held.current, ...[...(input.files ?? [])].map((file) => ({ sending: newSubmitKey(), file }))]);
    input.value = '';
  };
  const sent = (entry: Sending, file: FileEntry) => {
    const there = held.current.some((other) => !isSending(other) && other.hash === file.hash);
    change(there ? without(entry) : held.current.map((other) => (isSending(other) && other.sending === entry.sending ? file : other)));
  };
  const refused = (entry: Sending, why: string) => {
    change(without(entry));
    setRefusals((before) => [...before, translate('bihuan.form.fileRefused', { name: entry.file.name, why })]);
  };
  return (
    <FormControl required={required} error={Boolean(error) || refusals.length > 0} role="group" aria-labelledby={id}>
      <FormLabel id={id} sx={{ fontSize: '0.875rem', mb: 0.5 }}>{label}</FormLabel>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {value.map((entry) => (isSending(entry)
          ? <SendingFile key={entry.sending} file={entry.file} onSent={(file) => sent(entry, file)} onRefused={(why) => refused(entry, why)} onRemove={() => change(without(entry))} />
          : <Chip key={entry.hash} label={entry.name} onDelete={() => change(without(entry))} aria-label={translate('bihuan.form.fileThere', { name: entry.name })} slotProps={{ label: { title: `SHA-256 ${entry.hash}` } }} />))}
        {phone && <Button size="small" variant="outlined" startIcon={<CameraIcon />} onClick={() => camera.current?.click()}>{translate('bihuan.form.takePhoto')}</Button>}
        <Button size="small" variant="outlined" startIcon={<AttachFileIcon />} onClick={() => picker.current?.click()}>{translate('bihuan.form.addFile')}</Button>
        <input ref={picker} type="file" multiple hidden aria-label={label} onChange={({ target }) => add(target)} />
        <input ref={camera} type="file" accept="image/*" capture="environment" hidden aria-label={translate('bihuan.form.takePhoto')} onChange={({ target }) => add(target)} />
      </Box>
      {hint && <FormHelperText sx={{ mx: 0 }}>{hint}</FormHelperText>}
      <Box role="alert">{refusals.map((sentence) => <FormHelperText key={sentence} sx={{ mx: 0 }}>{sentence}</FormHelperText>)}</Box>
    </FormControl>
  );
}
