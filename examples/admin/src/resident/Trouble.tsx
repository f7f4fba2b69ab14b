/** @jsxImportSource preact */
import { Refused } from './api.ts';
import { texts } from './look.ts';
import type { Answer } from './use-answer.ts';

/** Not there yet, or why not. */
export function Trouble({ answer: { error, again } }: { readonly answer: Answer<unknown> }) {
  const t = texts();
  if (error === undefined) return <p class="note" role="status">{t.loading}</p>;
  return (
    <div class="alert" role="alert">
      <p>{error instanceof Refused ? error.message : t.unreachable}</p>
      <button type="button" onClick={again}>{t.retry}</button>
    </div>
  );
}
