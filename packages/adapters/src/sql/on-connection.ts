import type { Send } from './framed.ts';
import type { Rows, Statement } from './statement.ts';

/** How one connection of a pool is taken, asked, and given back: to be used again, or to be thrown away. */
export interface Connections<C> {
  readonly take: () => Promise<C>;
  readonly send: (connection: C, statements: readonly Statement[]) => Promise<readonly Rows[]>;
  readonly giveBack: (connection: C, broken: boolean) => void;
}

/**
 * Work on a connection of its own that has been answered, or has met with an error, after `timeout` milliseconds: a server that does not answer, and a
 * network that has swallowed the question, hold nobody up for ever. A connection on which that happened is thrown away.
 */
export function onConnection<C>({ take, send, giveBack }: Connections<C>, isGone: (error: unknown) => boolean, timeout: number): <T>(work: (send: Send) => Promise<T>) => Promise<T> {
  return async (work) => {
    const until = performance.now() + timeout;
    const taking = take();
    const connection = await before(until, taking).catch((error: unknown) => {
      taking.then((late) => giveBack(late, false), () => {}); // whoever waited has gone
      throw error;
    });
    let broken = false;
    try {
      return await work((statements) => before(until, send(connection, statements)));
    } catch (error) {
      broken = isGone(error);
      throw error;
    } finally {
      giveBack(connection, broken);
    }
  };
}

const before = async <T>(until: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('The database has not answered in time'), { code: 'ETIMEDOUT' })), Math.max(0, until - performance.now()));
  });
  try { return await Promise.race([work, silence]); } finally { clearTimeout(timer); }
};

/** Whether an error is of the network or of a driver that has lost its connection; what a server has answered is for its own adapter to read. */
export const isNetwork = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_|PROTOCOL_CONNECTION_LOST)/.test(String(error.code))) || words.test(error.message));
const words = /^connection terminated|connection is in closed state|not queryable|timeout exceeded when trying to connect|timeout expired|query read timeout/i;
