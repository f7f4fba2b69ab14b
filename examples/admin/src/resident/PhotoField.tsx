/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { FieldProps } from './field-props.ts';
import { fill } from './fill.ts';
import { texts } from './look.ts';
import { shrunk } from './shrink.ts';
import { type Photo, upload } from './upload.ts';

const most = 4;

/** Photos: made small on the telephone, which takes out where and with what they were taken, and sent one by one. */
export function PhotoField({ id, district, unit, value, onChange }: FieldProps & { readonly id: string }) {
  const t = texts();
  const photos = Array.isArray(value) ? value as readonly Photo[] : [];
  const [note, setNote] = useState('');
  const add = async (files: readonly File[]) => {
    let kept = photos;
    for (const file of files.slice(0, most - photos.length)) {
      try {
        const photo = await upload(district, unit, await shrunk(file), (percent) => setNote(fill(t.photoBusy, { percent })), () => setNote(t.photoWaits));
        if (!kept.some(({ hash }) => hash === photo.hash)) onChange(kept = [...kept, photo]);
        setNote('');
      } catch (error) {
        setNote(fill(t.photoFailed, { why: error instanceof Error ? error.message : '' }));
      }
    }
  };
  return (
    <>
      {photos.length < most && (
        <span class="file"><span aria-hidden="true">{t.photo}</span>
          <input id={id} type="file" accept="image/*" multiple onChange={(event) => { const { files } = event.currentTarget; void add([...files ?? []]); event.currentTarget.value = ''; }} />
        </span>
      )}
      <p class="note" role="status">{note || fill(t.photoCount, { max: most })}</p>
      <ul class="photos">{photos.map((photo, i) => <li key={photo.hash}>{fill(t.photoN, { n: i + 1 })} <button type="button" class="quiet small" aria-label={`${t.removed} ${i + 1}`} onClick={() => onChange(photos.filter(({ hash }) => hash !== photo.hash))}>{t.removed}</button></li>)}</ul>
    </>
  );
}
