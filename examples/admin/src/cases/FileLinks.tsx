import { Box, Link, Typography } from '@mui/material';
import { type MouseEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { api, query } from '../providers/http-client.ts';
import type { Problem } from '../providers/wire.ts';
import type { FileEntry } from '../forms/upload.ts';

/** What browsers draw; HEIC is none of it. */
const drawn = /^image\/(jpeg|png|gif|webp|bmp)$/;

/** Attachments of a case or subject, if that is what a value is. */
export const filesIn = (value: unknown): readonly FileEntry[] =>
  (Array.isArray(value) ? value as readonly unknown[] : []).filter((one): one is FileEntry => typeof one === 'object' && one !== null && 'hash' in one);

/** Pictures small, each leading to the whole; everything else by name and size, to be saved. One that is damaged or gone says so. */
export function FileLinks({ id, files }: { readonly id: string; readonly files: readonly FileEntry[] }) {
  return <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 0.5 }}>{files.map((file) => <FileLink key={file.hash} id={id} file={file} />)}</Box>;
}

function FileLink({ id, file: { name, type, size, hash } }: { readonly id: string; readonly file: FileEntry }) {
  const translate = useTranslate();
  const [why, setWhy] = useState('');
  const href = `${api}/files/${hash}${query({ case: id })}`;
  const look = async () => {
    const answer = await fetch(href, { headers: { 'Accept-Language': document.documentElement.lang || 'zh-CN' } }).catch(() => undefined);
    if (answer?.ok === true) return answer;
    const problem = answer && await answer.json().catch(() => undefined) as Problem | undefined;
    throw new Error(problem?.message ?? translate('bihuan.case.fileLost'));
  };
  const say = (error: unknown) => setWhy(error instanceof Error ? error.message : String(error));
  const save = async (event: MouseEvent) => {
    event.preventDefault();
    try {
      const content = await (await look()).blob().catch(() => { throw new Error(translate('bihuan.case.fileDamaged')); });
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(content), download: name });
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      say(error);
    }
  };
  if (why !== '') return <Typography component="span" variant="body2" role="alert" sx={{ color: 'error.main' }}>{name}：{why}</Typography>;
  if (!drawn.test(type)) return <Link href={href} download={name} variant="body2" onClick={(event) => void save(event)}>{name}（{sizeText(size)}）</Link>;
  return (
    <Link href={href} target="_blank" rel="noreferrer" title={`${name}（${sizeText(size)}）`}>
      <Box
        component="img" src={href} alt={name} loading="lazy" onError={() => { look().then(() => setWhy(translate('bihuan.case.fileDamaged')), say); }}
        sx={{ display: 'block', height: 96, maxWidth: '100%', objectFit: 'cover', borderRadius: 1, border: 1, borderColor: 'divider' }}
      />
    </Link>
  );
}

const sizeText = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
