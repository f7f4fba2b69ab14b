import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { api } from '../providers/http-client.ts';

const gatherMs = 800;
/** Nobody has touched the page for so long: it is left alone, so that the session may end. */
const awayMs = 10 * 60_000;
/** What a change of cases leaves as it is. */
const lasting: ReadonlySet<unknown> = new Set(['methods', 'units', 'posts', 'people', 'audit', 'districts', 'demo', 'studio']);

/**
 * Hears from the server that something has changed and asks again for what is shown. Where that cannot be (a proxy that holds streams
 * back, a server without it), the page is as old as when it was opened, as it always was. A page that nobody sees hears nothing.
 */
export function LiveUpdates() {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const watched = useRef(false);
  useEffect(() => { watched.current = pathname === '/screen'; }, [pathname]);
  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let touched = Date.now();
    const topics = new Set<string>();
    const refresh = (): void => {
      timer = undefined;
      const told = new Set(topics);
      topics.clear();
      if (!watched.current && Date.now() - touched > awayMs) return;
      void queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => !lasting.has(first) || told.has(String(first)) || (told.has('people') && (first === 'units' || first === 'posts')) });
    };
    const open = (): void => {
      if (source || document.hidden) return;
      source = new EventSource(`${api}/events`);
      source.addEventListener('change', (event) => {
        topics.add(String((event as MessageEvent).data));
        timer ??= setTimeout(refresh, gatherMs);
      });
      source.addEventListener('error', () => { if (source?.readyState === EventSource.CLOSED) source = undefined; });
    };
    const seen = (): void => {
      if (document.hidden) { source?.close(); source = undefined; return; }
      open();
    };
    const touch = (): void => { touched = Date.now(); };
    open();
    document.addEventListener('visibilitychange', seen);
    for (const kind of ['pointerdown', 'keydown'] as const) window.addEventListener(kind, touch, { passive: true });
    return () => {
      source?.close();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
      for (const kind of ['pointerdown', 'keydown'] as const) window.removeEventListener(kind, touch);
    };
  }, [queries]);
  return null;
}
