import { HttpError } from 'react-admin';
import { api } from '../providers/http-client.ts';

/** An attachment as the server has taken it in. */
export interface FileEntry { readonly name: string; readonly size: number; readonly type: string; readonly hash: string }

/** A file that is on its way: a form that holds one is not sent. */
export interface Sending { readonly sending: string; readonly file: File }

export const isSending = (entry: unknown): entry is Sending => typeof entry === 'object' && entry !== null && 'sending' in entry;

interface Progress {
  readonly signal: AbortSignal;
  readonly onPercent: (percent: number) => void;
  /** The line is lost: it is sent again when it is back. */
  readonly onWait: () => void;
}

/** Uploads a file, as often as it takes; throws the server's refusal as an `HttpError`. */
export async function upload(file: File, progress: Progress): Promise<FileEntry> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await once(file, progress);
    if (progress.signal.aborted) throw new DOMException('', 'AbortError');
    if (answer !== undefined && ![502, 503, 504].includes(answer.status)) {
      if (answer.status < 300) return JSON.parse(answer.responseText) as FileEntry;
      throw new HttpError(answer.statusText, answer.status, bodyOf(answer.responseText));
    }
    progress.onWait();
    await lineIsBack(Math.min(30, 2 ** attempt) * 1_000, progress.signal);
  }
}

/** What a gateway in between answers may be no JSON. */
function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** fetch cannot say how far it is. */
const once = (file: File, { signal, onPercent }: Progress): Promise<XMLHttpRequest | undefined> => new Promise((done) => {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append('file', file.type === '' ? new File([file], file.name, { type: 'application/octet-stream' }) : file);
  request.open('POST', `${api}/files`);
  request.setRequestHeader('Accept-Language', document.documentElement.lang || 'zh-CN');
  request.upload.onprogress = ({ loaded, total }) => onPercent(Math.round((loaded / total) * 100));
  request.onload = () => done(request);
  request.onerror = request.ontimeout = request.onabort = () => done(undefined);
  request.timeout = 300_000;
  signal.addEventListener('abort', () => request.abort());
  request.send(form);
});

const lineIsBack = (atMost: number, signal: AbortSignal): Promise<void> => new Promise((done) => {
  const go = () => { clearTimeout(timer); removeEventListener('online', go); done(); };
  const timer = setTimeout(go, atMost);
  addEventListener('online', go);
  signal.addEventListener('abort', go);
});
