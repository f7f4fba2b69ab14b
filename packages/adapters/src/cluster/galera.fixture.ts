// A Galera cluster of three nodes on this machine, for tests.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { freePort, hasMariadb, ownMariadb, type OwnServer } from '../faults/own-servers.fixture.ts';

const provider = ['/usr/lib/galera/libgalera_smm.so', '/usr/lib64/galera-4/libgalera_smm.so'].find((path) => existsSync(path));
/** What is missing on this machine. */
export const missingForGalera: readonly string[] = [
  ...(hasMariadb ? [] : ['mariadb-server']), ...(provider === undefined ? ['galera-4'] : []), ...(existsSync('/usr/bin/rsync') ? [] : ['rsync']),
];

export interface Galera {
  readonly nodes: readonly OwnServer[];
  /** Starts a node again, which fetches what it has missed; comes back when it is in step with the others. */
  rejoin(node: OwnServer): Promise<void>;
  /** Waits until every node that runs is in step, and there are so many. */
  synced(size: number): Promise<void>;
  end(): Promise<void>;
}

/** What a node says of itself. */
export const statusOf = ({ port }: OwnServer, name: string): string | undefined => {
  try {
    return execFileSync('mariadb', ['--no-defaults', '-h', '127.0.0.1', '-P', String(port), '-u', 'root', '-BNe', `show status like '${name}'`], { stdio: ['ignore', 'pipe', 'ignore'], timeout: 5000 }).toString().trim().split('\t')[1];
  } catch {
    return undefined;
  }
};

/** Starts three nodes. */
export async function galera(): Promise<Galera> {
  const base = await freePort(40);
  const at = [0, 1, 2].map((i) => base + 10 * i);
  const nodes = await Promise.all(at.map((port) => ownMariadb({ port: port + 2, started: false, args: [
    '--binlog-format=ROW', '--innodb-autoinc-lock-mode=2', '--innodb-flush-log-at-trx-commit=2', '--wsrep-on=ON', `--wsrep-provider=${provider}`, `--wsrep-cluster-name=bihuan-${base}`, `--wsrep-node-address=127.0.0.1:${port}`,
    `--wsrep-provider-options=base_host=127.0.0.1;base_port=${port};ist.recv_addr=127.0.0.1:${port + 5};gcache.size=16M`, '--wsrep-sst-method=rsync', `--wsrep-sst-receive-address=127.0.0.1:${port + 7}`,
  ] })));
  const synced = async (size: number, of = nodes) => {
    for (const until = Date.now() + 120_000; ;) {
      if (of.every((node) => statusOf(node, 'wsrep_cluster_size') === String(size) && statusOf(node, 'wsrep_local_state_comment') === 'Synced')) return;
      if (Date.now() > until) throw new Error(`The cluster is not in step: ${of.map((node) => `${statusOf(node, 'wsrep_cluster_size')} ${statusOf(node, 'wsrep_local_state_comment')}`).join(', ')}`);
      await setTimeout(200);
    }
  };
  const end = async () => { await Promise.all(nodes.map((node) => node.end())); };
  const others = (node: OwnServer) => `gcomm://${at.filter((_, i) => nodes[i] !== node).map((port) => `127.0.0.1:${port}`).join(',')}`;
  try {
    await nodes[0]!.start('--wsrep-cluster-address=gcomm://');
    for (const [i, node] of nodes.entries()) {
      if (i > 0) await node.start(`--wsrep-cluster-address=gcomm://127.0.0.1:${at[0]}`);
      await synced(i + 1, nodes.slice(0, i + 1)); // one after the other: a node that gives its data to another is held up meanwhile
    }
    execFileSync('mariadb', ['--no-defaults', '-h', '127.0.0.1', '-P', String(nodes[0]!.port), '-u', 'root', '-e', 'create database test']);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    nodes, end, synced,
    async rejoin(node) {
      await node.start(`--wsrep-cluster-address=${others(node)}`);
      await synced(nodes.length);
    },
  };
}
