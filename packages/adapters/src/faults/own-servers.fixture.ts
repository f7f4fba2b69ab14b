// Database servers of a test's own, on ports and in folders of their own, that may be killed and started again; for tests. Whoever starts them ends them.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A server of its own. */
export interface OwnServer {
  readonly port: number;
  readonly url: string;
  readonly folder: string;
  /** What it was started with, and what more it is to be given this time; comes back when it answers. */
  start(...more: readonly string[]): Promise<void>;
  /** Ends its process at once, in the given way, and comes back when it is gone. Default: `kill -9`. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Ends it and removes its folder. */
  end(): Promise<void>;
}

/** The programs of PostgreSQL, newest first; none on a machine without it. */
const postgresPrograms = (): string | undefined => {
  const root = '/usr/lib/postgresql';
  return (existsSync(root) ? readdirSync(root) : []).map((version) => join(root, version, 'bin')).filter((folder) => existsSync(join(folder, 'initdb'))).sort().at(-1);
};
const found = (program: string): boolean => ['/usr/sbin', '/usr/bin', '/usr/local/bin'].some((folder) => existsSync(join(folder, program)));

export const hasPostgres = postgresPrograms() !== undefined;
export const hasMariadb = found('mariadbd') && found('mariadb-install-db');
/** What is missing on this machine, for whoever has to be told. */
export const missingServers: readonly string[] = [...(hasPostgres ? [] : ['PostgreSQL (apt-get install postgresql)']), ...(hasMariadb ? [] : ['MariaDB (apt-get install mariadb-server)'])];
if (missingServers.length > 0 && process.env['CI'] === 'true') throw new Error(`These servers cannot be started here: ${missingServers.join(', ')}: CI starts all of them`);

/** A port that nobody uses, and the next ones up to `width`. */
export async function freePort(width = 1): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 20_000);
    const all = await Promise.all(Array.from({ length: width }, (_, i) => new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false)).listen(first + i, '127.0.0.1', () => probe.close(() => resolve(true)));
    })));
    if (all.every(Boolean)) return first;
  }
}

/** A server refuses to run as root: whoever is root hands it to its own user. */
const userOf = (name: string): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const id = (what: string) => Number(execFileSync('id', [what, name]).toString());
  return { uid: id('-u'), gid: id('-g') };
};
const ownFolder = (user: { uid: number; gid: number } | undefined): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-server-'));
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
};

const running = new Set<ChildProcess>();
process.once('exit', () => { for (const child of running) child.kill('SIGKILL'); });

/** The process of a server: the one that is started, not a shell around it, so that it is this one that is killed. */
function serverProcess(program: string, args: readonly string[], user: { uid: number; gid: number } | undefined): { child: ChildProcess; said: () => string; gone: Promise<void> } {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...user });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => { said = (said + part.toString()).slice(-4000); });
  running.add(child);
  return { child, said: () => said, gone: new Promise((resolve) => { child.once('exit', () => { running.delete(child); resolve(); }); }) };
}

/** Starts a server and waits until it answers; one that ends at once is started again, as its children may still be going. */
function ownServer({ port, url, folder, program, args, user, answers, clear }: {
  readonly port: number; readonly url: string; readonly folder: string; readonly program: string; readonly args: readonly string[]; readonly user: { uid: number; gid: number } | undefined;
  readonly answers: () => boolean; readonly clear?: () => void;
}): OwnServer {
  let now: ReturnType<typeof serverProcess> | undefined;
  const server: OwnServer = {
    port, url, folder,
    async start(...more) {
      for (const until = Date.now() + 60_000; ;) {
        const begun = now = serverProcess(program, [...args, ...more], user);
        let ended = false;
        void begun.gone.then(() => { ended = true; });
        while (!ended && !answers()) {
          if (Date.now() > until) throw new Error(`${program} does not answer at ${port}: ${begun.said()}`);
          await setTimeout(50);
        }
        if (!ended) return;
        if (Date.now() > until) throw new Error(`${program} cannot be started at ${port}: ${begun.said()}`);
        await setTimeout(200);
        clear?.();
      }
    },
    async kill(signal = 'SIGKILL') {
      now?.child.kill(signal);
      await now?.gone;
      now = undefined;
    },
    async end() {
      await server.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  return server;
}

const goesWell = (program: string, args: readonly string[]): boolean => {
  try { execFileSync(program, args, { stdio: 'ignore', timeout: 5000 }); return true; } catch { return false; }
};

/** PostgreSQL with a database `test` that whoever is here may use. `data`: a folder that is ready, such as the copy of another server; `on`: where to put one. */
export async function ownPostgres({ settings = [], copyOf, on }: { readonly settings?: readonly string[]; readonly copyOf?: OwnServer; readonly on?: string } = {}): Promise<OwnServer> {
  const programs = postgresPrograms()!;
  const user = userOf('postgres');
  const folder = ownFolder(user);
  const data = join(on ?? folder, 'data');
  if (on !== undefined && user) chownSync(on, user.uid, user.gid);
  const port = await freePort();
  const options = { stdio: 'ignore', ...user } as const;
  if (copyOf) execFileSync(join(programs, 'pg_basebackup'), ['-h', '127.0.0.1', '-p', String(copyOf.port), '-U', 'root', '-D', data, '-R', '-c', 'fast'], options);
  else execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'root', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], options);
  const ask = (...rest: readonly string[]) => ['-h', '127.0.0.1', '-p', String(port), '-U', 'root', ...rest];
  const server = ownServer({
    port, folder, user, url: `postgres://root@127.0.0.1:${port}/test`, program: join(programs, 'postgres'),
    args: ['-D', data, '-p', String(port), '-k', folder, ...['listen_addresses=127.0.0.1', 'shared_buffers=16MB', 'max_wal_size=1GB', ...settings].flatMap((setting) => ['-c', setting])],
    answers: () => goesWell(join(programs, 'pg_isready'), ask('-q', '-d', 'postgres')),
  });
  await server.start();
  if (!copyOf) execFileSync(join(programs, 'createdb'), ask('test'));
  return server;
}

/** Makes a replica the server that is written to. */
export function promote({ port }: OwnServer): void {
  execFileSync(join(postgresPrograms()!, 'psql'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'root', '-qAtc', 'select pg_promote(true, 60)', 'postgres']);
}

/** MariaDB with a database `test` that root may use without a password. */
export async function ownMariadb({ port, args = [], on, started = true }: { readonly port?: number; readonly args?: readonly string[]; readonly on?: string; readonly started?: boolean } = {}): Promise<OwnServer> {
  const user = userOf('mysql');
  const folder = ownFolder(user);
  const data = join(on ?? folder, 'data');
  mkdirSync(data);
  chmodSync(folder, 0o755);
  for (const each of [...(on === undefined ? [] : [on]), data]) if (user) chownSync(each, user.uid, user.gid);
  const at = port ?? await freePort();
  execFileSync('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...(user ? ['--user=mysql'] : [])], { stdio: 'ignore' });
  const ask = (...rest: readonly string[]) => ['--no-defaults', '-h', '127.0.0.1', '-P', String(at), '-u', 'root', ...rest];
  const server = ownServer({
    port: at, folder, user, url: `mysql://root@127.0.0.1:${at}/test`, program: '/usr/sbin/mariadbd',
    args: ['--no-defaults', `--datadir=${data}`, `--port=${at}`, `--socket=${join(folder, 's')}`, '--bind-address=127.0.0.1', `--pid-file=${join(folder, 'pid')}`, '--innodb-buffer-pool-size=32M', '--innodb-log-file-size=32M', ...args],
    answers: () => goesWell('mariadb', ask('-e', 'select 1')),
  });
  if (started) {
    await server.start();
    execFileSync('mariadb', ask('-e', 'create database if not exists test'));
  }
  return server;
}
