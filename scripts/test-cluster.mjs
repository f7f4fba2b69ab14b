// npm run test:cluster [-- galera | postgres]：自己在本机启动一个三节点的 Galera 集群、一台 PostgreSQL 和它的副本，用完就关；缺什么就说明并失败。
// npm run test:cluster [-- galera | postgres]: starts a Galera cluster of three nodes, and a PostgreSQL server with its replica, on this machine, and ends them; says what is missing, and fails.
import { existsSync, readdirSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { run } from './run.mjs';

/** @param {readonly string[]} paths */
const anyOf = (paths) => paths.some((path) => existsSync(path));
const postgres = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin/initdb`) : [];
const wanted = [
  { of: 'galera', name: 'mariadb-server', there: anyOf(['/usr/sbin/mariadbd']) },
  { of: 'galera', name: 'galera-4', there: anyOf(['/usr/lib/galera/libgalera_smm.so', '/usr/lib64/galera-4/libgalera_smm.so']) },
  { of: 'galera', name: 'rsync', there: anyOf(['/usr/bin/rsync']) },
  { of: 'postgres', name: 'postgresql', there: anyOf(postgres) },
];
const only = argv.slice(2);
const missing = wanted.filter(({ of, there }) => !there && (only.length === 0 || only.includes(of))).map(({ name }) => name);
if (missing.length > 0) {
  console.error(`这台机器上缺少：${missing.join('、')}。请先安装：\nMissing on this machine: ${missing.join(', ')}. Install first:\n  apt-get install -y ${missing.join(' ')}`);
  exit(1);
}
exit(run(['vitest run --config vitest.cluster.config.ts', ...only].join(' ')) ? 0 : 1);
