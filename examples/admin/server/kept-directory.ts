import { type Directory, embeddedDirectory } from '@bihuan/core';
import { auditHead } from './kept-audit.ts';
import { readPeople } from './kept-people.ts';
import type { ServerDatabase } from './open-database.ts';

/** For how long what was read is taken for the newest: another process may have changed it. */
const freshMs = 1_000;

/** The directory of one district over the server's tables: read whole when its log has gone on, and looked up in memory. */
export interface KeptDirectory extends Directory {
  /** What was read is old now. */
  forget(): void;
}

/** Units and posts as they stood on the day that is asked about. */
export function keptDirectory(database: Pick<ServerDatabase, 'queries'>, tenant: string, realClock: () => number = Date.now): KeptDirectory {
  let [read, seq, looked]: [Promise<Directory> | undefined, number, number] = [undefined, -1, 0];
  const load = async (): Promise<Directory> => {
    const { units, posts, people } = await readPeople(database, tenant);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return embeddedDirectory({ units, people, posts: posts.map((post) => ({ ...post, ...(names.has(post.person) && { name: names.get(post.person)! }) })) });
  };
  const current = async (): Promise<Directory> => {
    if (read !== undefined && realClock() - looked < freshMs) return read;
    looked = realClock();
    const head = await auditHead(database, tenant);
    if (read === undefined || head.seq !== seq) {
      seq = head.seq;
      read = load();
      read.catch(() => { read = undefined; });
    }
    return read;
  };
  return {
    unit: async (...asked) => (await current()).unit(...asked),
    units: async (...asked) => (await current()).units(...asked),
    post: async (...asked) => (await current()).post(...asked),
    posts: async (...asked) => (await current()).posts(...asked),
    person: async (...asked) => (await current()).person(...asked),
    forget() { looked = 0; },
  };
}
