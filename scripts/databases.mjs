// 存储测试用的数据库在哪里，是否应答。 Where the tests of the stores look for databases, and which answer.
import { connect } from 'node:net';
import { env } from 'node:process';

/** @type {readonly { name: string, url: string }[]} */
const places = [
  { name: 'PostgreSQL', url: env['BIHUAN_TEST_POSTGRES'] ?? 'postgres://root@127.0.0.1:5432/test' },
  { name: 'MariaDB / MySQL', url: env['BIHUAN_TEST_MYSQL'] ?? 'mysql://root@127.0.0.1:3306/test' },
];

/** @param {string} url @returns {Promise<boolean>} */
const answers = (url) => new Promise((resolve) => {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), timeout: 2000 });
  /** @param {boolean} there */
  const end = (there) => { socket.destroy(); resolve(there); };
  socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false));
});

/** Those on which the stores could not be tried. */
export async function missingDatabases() {
  const there = await Promise.all(places.map(({ url }) => answers(url)));
  return places.filter((_, i) => !there[i]);
}
