import { language } from './look.ts';

/** A photo as the report refers to it. */
export interface Photo { readonly name: string; readonly size: number; readonly type: string; readonly hash: string; readonly ref?: string }

/** Sends a photo and says how far it is; when the line is lost it is sent again when it is back. */
export async function upload(district: string, unit: string, content: Blob, onPercent: (percent: number) => void, onWait: () => void): Promise<Photo> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await once(`/api/districts/${encodeURIComponent(district)}/intake/units/${encodeURIComponent(unit)}/photos`, content, onPercent);
    if (answer !== undefined && answer.status < 500) {
      const said = JSON.parse(answer.responseText) as Photo & { message?: string };
      if (answer.status < 300) return said;
      throw new Error(said.message ?? '');
    }
    onWait();
    await lineIsBack(Math.min(30, 2 ** attempt) * 1_000);
  }
}

/** fetch cannot say how far it is. */
const once = (url: string, content: Blob, onPercent: (percent: number) => void): Promise<XMLHttpRequest | undefined> => new Promise((done) => {
  const request = new XMLHttpRequest();
  request.open('POST', url);
  request.setRequestHeader('Content-Type', 'image/jpeg');
  request.setRequestHeader('Accept-Language', language());
  request.upload.onprogress = ({ loaded, total }) => onPercent(Math.round((loaded / total) * 100));
  request.onload = () => done(request);
  request.onerror = request.ontimeout = () => done(undefined);
  request.timeout = 120_000;
  request.send(content);
});

const lineIsBack = (atMost: number): Promise<void> => new Promise((done) => {
  const timer = setTimeout(go, atMost);
  function go() { clearTimeout(timer); removeEventListener('online', go); done(); }
  addEventListener('online', go);
});
