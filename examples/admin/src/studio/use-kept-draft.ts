import { useCallback, useEffect, useRef, useState } from 'react';
import { HttpError } from 'react-admin';
import { studioApi } from './studio-api.ts';

/** How the draft stands with the server: everything is there, something is on its way, or another editor was first. */
export type Kept = 'saved' | 'unsaved' | 'saving' | 'failed' | 'taken';

export interface KeptDraft {
  readonly text: string;
  readonly kept: Kept;
  /** Who was first, in the server's sentence. */
  readonly why: string;
  readonly change: (text: string) => void;
  /** Saves at once what is not saved yet. */
  readonly flush: () => Promise<void>;
}

const waitMs = 1_500;

/** The draft as it is typed; it goes to the server by itself when the typing rests. */
export function useKeptDraft(start: { readonly text: string; readonly revision: number }): KeptDraft {
  const [text, setText] = useState(start.text);
  const [kept, setKept] = useState<Kept>('saved');
  const [why, setWhy] = useState('');
  const now = useRef({ text: start.text, saved: start.text, revision: start.revision, sending: Promise.resolve() });

  const flush = useCallback((): Promise<void> => {
    const send = async (): Promise<void> => {
      const { text: sent, saved, revision } = now.current;
      if (sent === saved) return;
      setKept('saving');
      try {
        now.current.revision = (await studioApi.save(sent, revision)).revision;
        now.current.saved = sent;
        setKept(now.current.text === sent ? 'saved' : 'unsaved');
      } catch (error) {
        setWhy(error instanceof HttpError ? error.message : '');
        setKept(error instanceof HttpError && error.status === 409 ? 'taken' : 'failed');
      }
    };
    return now.current.sending = now.current.sending.then(send);
  }, []);
  const change = useCallback((next: string) => {
    now.current.text = next;
    setText(next);
    setKept((before) => (before === 'taken' ? before : next === now.current.saved ? 'saved' : 'unsaved'));
  }, []);

  useEffect(() => {
    if (kept !== 'unsaved' && kept !== 'failed') return undefined;
    const timer = setTimeout(() => void flush(), kept === 'failed' ? waitMs * 4 : waitMs);
    return () => clearTimeout(timer);
  }, [kept, text, flush]);
  useEffect(() => () => { void flush(); }, [flush]);
  useEffect(() => {
    if (kept === 'saved') return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [kept]);
  return { text, kept, why, change, flush };
}
