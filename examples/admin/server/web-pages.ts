import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';

const year = 31_536_000;
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";

/**
 * The built pages: hashed assets are kept for ever, the page itself is asked for anew, below `/r/` stands the residents' page, every other path is the
 * page's own to route.
 * `.br` and `.gz` beside a file are served instead of it.
 */
export function webPages(folder: string): Hono {
  const pages = new Hono();
  const root = relative(process.cwd(), folder) || '.';
  if (!existsSync(join(folder, 'index.html'))) {
    return pages.get('*', (c) => c.text('网页还没有构建，请运行 npm run build\nThe pages are not built yet: run npm run build\n', 503));
  }
  pages.use('/assets/*', serveStatic({ root, precompressed: true, onFound: (_path, c) => { c.header('Cache-Control', `public, max-age=${year}, immutable`); } }));
  pages.get('/assets/*', (c) => c.text('Not found', 404));
  pages.get('/r/*', serveStatic({ root, path: 'report/index.html', precompressed: true, onFound: (path, c) => pageHeaders(path, c) }));
  pages.use('*', serveStatic({ root, precompressed: true, onFound: (path, c) => pageHeaders(path, c) }));
  pages.get('*', serveStatic({ root, path: 'index.html', precompressed: true, onFound: (path, c) => pageHeaders(path, c) }));
  return pages;
}

const pageHeaders = (path: string, c: Parameters<MiddlewareHandler>[0]): void => {
  c.header('Cache-Control', 'no-cache');
  if (/\.html(\.br|\.gz|\.zst)?$/.test(path)) c.header('Content-Security-Policy', policy);
};
