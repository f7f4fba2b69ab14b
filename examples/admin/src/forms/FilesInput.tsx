import AttachFileIcon from '@mui/icons-material/AttachFile';
import { Box, Button, Chip, FormControl, FormHelperText, FormLabel } from '@mui/material';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { FancyProps } from './fancy-props.ts';

interface FileEntry { readonly name: string; readonly size: number; readonly type: string; readonly hash: string }

/** The file's SHA-256, worked out here: the event holds name, size, kind and hash; the file itself is the host's to keep. */
async function entryOf(file: File): Promise<FileEntry> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return { name: file.name, size: file.size, type: file.type || 'application/octet-stream', hash: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

export function FilesInput({ label, required = false, error, hint, value, onChange }: FancyProps & { readonly value: readonly FileEntry[]; readonly onChange: (value: readonly FileEntry[]) => void }) {
  const translate = useTranslate();
  const picker = useRef<HTMLInputElement>(null);
  // A page over plain http has no crypto.subtle.
  const possible = globalThis.isSecureContext;
  const add = async (files: FileList | null) => {
    const entries = await Promise.all([...(files ?? [])].map(entryOf));
    onChange([...value, ...entries.filter(({ hash }) => !value.some((other) => other.hash === hash))]);
    if (picker.current) picker.current.value = '';
  };
  return (
    <FormControl required={required} error={Boolean(error)}>
      <FormLabel sx={{ fontSize: '0.875rem', mb: 0.5 }}>{label}</FormLabel>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {value.map((file) => <Chip key={file.hash} label={file.name} onDelete={() => onChange(value.filter(({ hash }) => hash !== file.hash))} slotProps={{ label: { title: `SHA-256 ${file.hash}` } }} />)}
        <Button size="small" variant="outlined" disabled={!possible} startIcon={<AttachFileIcon />} onClick={() => picker.current?.click()}>{translate('bihuan.form.addFile')}</Button>
        <input ref={picker} type="file" multiple hidden aria-label={label} onChange={({ target }) => void add(target.files)} />
      </Box>
      {(hint || !possible) && <FormHelperText sx={{ mx: 0 }}>{possible ? hint : translate('bihuan.form.noHash')}</FormHelperText>}
    </FormControl>
  );
}
