import { Refused, Unreached, ask } from './api.ts';
import { type Waiting, endDraft, keepRefused, take, unwait, waiting } from './drafts.ts';

/** What came of sending one report. */
export type Sent =
  | { readonly was: 'taken'; readonly id: string }
  | { readonly was: 'unreached' }
  | { readonly was: 'later'; readonly why: string; readonly seconds: number }
  | { readonly was: 'refused'; readonly why: string; readonly errors: Readonly<Record<string, string>> };

/** Sends one report that waits. It goes on waiting until the server has said yes or no: nothing typed is lost, and it is taken once. */
export async function send({ district, title, unitLabel, body }: Waiting): Promise<Sent> {
  try {
    const { id } = await ask<{ id: string }>(district, '/intake/reports', { body });
    take({ district, id, code: body.code, title, unitLabel, at: new Date().toISOString() });
    unwait(body.code);
    endDraft(district, body.unit);
    return { was: 'taken', id };
  } catch (error) {
    if (error instanceof Unreached) return { was: 'unreached' };
    if (!(error instanceof Refused)) throw error;
    if (error.status === 429) return { was: 'later', why: error.message, seconds: error.retryAfter };
    unwait(body.code);
    keepRefused(district, body.unit);
    return { was: 'refused', why: error.message, errors: error.errors };
  }
}

let sending = false;
let notBefore = 0;

/** Sends whatever waits, one after the other; tells what came of each. */
export async function sendAll(told: (report: Waiting, sent: Sent) => void): Promise<void> {
  if (sending || Date.now() < notBefore) return;
  sending = true;
  try {
    for (const report of waiting()) {
      const sent = await send(report);
      if (sent.was === 'later') notBefore = Date.now() + sent.seconds * 1000;
      told(report, sent);
      if (sent.was === 'unreached' || sent.was === 'later') return;
    }
  } finally {
    sending = false;
  }
}
