/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { texts } from './look.ts';

/** A place on the map by the telephone's own position; only when it is asked for. */
export function PointField({ id, value, onChange }: { readonly id: string; readonly value: string; readonly onChange: (value: string) => void }) {
  const t = texts();
  const [note, setNote] = useState('');
  const locate = () => {
    if (!('geolocation' in navigator)) return setNote(t.notLocated);
    setNote(t.locating);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => { onChange(`${latitude.toFixed(5)},${longitude.toFixed(5)}`); setNote(''); },
      () => setNote(t.notLocated), { enableHighAccuracy: true, timeout: 15_000 });
  };
  return (
    <>
      <button id={id} type="button" class="quiet" onClick={locate}>{t.whereabouts}</button>
      <p class="note" role="status">{note || (value && `${t.located} ${value}`)} {value && <button type="button" class="quiet small" onClick={() => onChange('')}>{t.removed}</button>}</p>
    </>
  );
}
