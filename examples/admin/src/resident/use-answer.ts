import { type Inputs, useCallback, useEffect, useState } from 'preact/hooks';

/** What a question came to: nothing yet, the answer, or what stood against it. */
export interface Answer<T> { readonly value?: T | undefined; readonly error?: unknown; readonly again: () => void }

/** Asks when the page is opened, again when it is told to, and when the line comes back after it was lost. */
export function useAnswer<T>(question: () => Promise<T>, about: Inputs): Answer<T> {
  const [answer, setAnswer] = useState<{ readonly value?: T; readonly error?: unknown }>({});
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `about` says when the question is another one
  const asked = useCallback(() => { question().then((value) => setAnswer({ value }), (error: unknown) => setAnswer((before) => ({ ...before, error }))); }, about);
  useEffect(() => {
    asked();
    addEventListener('online', asked);
    return () => removeEventListener('online', asked);
  }, [asked]);
  return { ...answer, again: asked };
}
