import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const workspace = resolve(import.meta.dirname, '../../..');
const built = join(workspace, 'examples/admin/dist/server/start.js');
// While developing, BIHUAN_E2E_SOURCE=1 runs the server's sources; the pages are always the built ones.
const fromSource = ['--import', 'tsx', '--conditions=bihuan-source', join(workspace, 'examples/admin/server/start.ts')];

/** A server of its own with the demo in a temporary database. */
export interface RunningServer { readonly url: string; stop(): Promise<void> }

/** Starts the built server on a free port with these districts of the manifest (by commas; all where none is named), on a database of its own or the one named, and waits until each is loaded, or has said why not. */
export async function startServer(districts = '1330', database?: string): Promise<RunningServer> {
  if (!process.env['BIHUAN_E2E_SOURCE'] && !existsSync(built)) throw new Error(`${built} is missing: npm run build`);
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-e2e-'));
  const child = spawn(process.execPath, process.env['BIHUAN_E2E_SOURCE'] ? fromSource : [built], {
    cwd: workspace, env: { ...process.env, PORT: '0', BIHUAN_DB: database ?? join(folder, 'demo.sqlite'), BIHUAN_CLOCK: 'demo', BIHUAN_DISTRICTS: districts }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  await loaded(url);
  return {
    url,
    async stop() {
      const gone = new Promise((done) => { child.once('exit', done); });
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function loaded(url: string): Promise<void> {
  for (;;) {
    const districts = await (await fetch(`${url}/api/districts`)).json() as { state: string }[];
    if (districts.every(({ state }) => state !== 'loading')) return;
    await new Promise((resolve) => { setTimeout(resolve, 250); });
  }
}

const addressOf = (child: ChildProcess): Promise<string> => new Promise((found, fail) => {
  let output = '';
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    const address = /http:\/\/localhost:(\d+)/.exec(output);
    if (address) found(`http://127.0.0.1:${address[1]}`);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('exit', (code) => { fail(new Error(`The server ended with ${code}:\n${output}`)); });
});
