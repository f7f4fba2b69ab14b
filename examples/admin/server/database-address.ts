import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartFailure } from './start-failure.ts';

/** Where the server's database is: a file, or a database on a server. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres' | 'mysql'; readonly url: string };

const kinds: Readonly<Record<string, 'postgres' | 'mysql'>> = { 'postgres:': 'postgres', 'postgresql:': 'postgres', 'mysql:': 'mysql', 'mariadb:': 'mysql' };

/** Reads what `BIHUAN_DB` says: a path, `file:…`, `postgres://…` or `mysql://…`. What is none of them is one sentence. */
export function databaseAddress(given: string): DatabaseAddress {
  if (/^file:\/\//.test(given)) return { kind: 'sqlite', path: filePath(given) };
  if (given.startsWith('file:')) return { kind: 'sqlite', path: absolute(given.slice('file:'.length)) };
  const scheme = /^(\w{2,}:)\/\//.exec(given)?.[1];
  if (scheme === undefined) return { kind: 'sqlite', path: absolute(given) };
  const [kind, url] = [kinds[scheme.toLowerCase()], URL.canParse(given) ? new URL(given) : undefined];
  if (kind === undefined || url === undefined) throw unreadable(given);
  if (url.pathname.length < 2) {
    throw new StartFailure({ zh: `BIHUAN_DB 缺库名，应如 ${scheme}//用户:口令@主机/库名`, en: `BIHUAN_DB names no database: write ${scheme}//user:password@host/database` });
  }
  return { kind, url: kind === 'mysql' ? `mysql:${given.slice(scheme.length)}` : given };
}

/** An address for people to read: without password and parameters. */
export function shownAddress(address: DatabaseAddress): string {
  if (address.kind === 'sqlite') return address.path;
  const { protocol, username, host, pathname } = new URL(address.url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(path));

function filePath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw unreadable(url);
  }
}

const unreadable = (given: string): StartFailure => {
  const scheme = given.split('//')[0]!;
  return new StartFailure({
    zh: `BIHUAN_DB 应为文件路径、file:…、postgres://… 或 mysql://…，“${scheme}//…”读不懂`, en: `BIHUAN_DB must be a file, file:…, postgres://… or mysql://…; "${scheme}//…" cannot be read`,
  });
};
