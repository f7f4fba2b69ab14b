import type { Program, Rows, SqlRunner, Statement } from './statement.ts';
import { StoreError } from './store-error.ts';
import { LostCommit, tryAgain, type Obstacle } from './try-again.ts';

/** How a transaction is framed. */
export interface Frame { readonly begin: readonly Statement[]; readonly commit: readonly Statement[]; readonly rollback: readonly Statement[] }

/** Sends statements on one connection, together where it can. */
export type Send = (statements: readonly Statement[]) => Promise<readonly Rows[]>;

/** What a server says of an error: in whose way it stood, and whether the connection is still there to be rolled back on. */
export interface Errors { readonly obstacleOf: (error: unknown) => Obstacle; readonly isAnswered: (error: unknown) => boolean }

export const plain = (...texts: readonly string[]): readonly Statement[] => texts.map((sql) => ({ sql, parameters: [], hot: true }));

/** A command within a transaction that somebody else has begun: one that is refused is undone alone. */
export const savepoint: Frame = { begin: plain('savepoint bihuan'), commit: plain('release savepoint bihuan'), rollback: plain('rollback to savepoint bihuan', 'release savepoint bihuan') };

/** A runner whose transactions stand in this frame, each on a connection of its own: `connected` takes one, and gives it back. */
export function framedRunner(
  frame: Frame, connected: <T>(work: (send: Send) => Promise<T>) => Promise<T>, { obstacleOf, isAnswered }: Errors, patience: number, close: () => Promise<void>,
): SqlRunner {
  const write = <T>(start: () => Program<T>, repeatable = true) => tryAgain(() => connected((send) => inFrame(send, frame, start, { obstacleOf, isAnswered })), obstacleOf, patience, repeatable);
  const read = async (statements: readonly Statement[]) => {
    let cause: unknown;
    const rows = await tryAgain(() => connected((send) => send(statements)), (error) => obstacleOf(cause = error), patience);
    if (!rows) throw new StoreError('store.unreachable', cause);
    return rows;
  };
  return { read, once: (statements) => write(() => program(statements)), write, close };
}

/** The same runner, one call after the other: what shares a connection waits for its turn. */
export function inTurn({ read, once, write, close }: SqlRunner): SqlRunner {
  let last: Promise<unknown> = Promise.resolve();
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => {}); // whoever called hears of it
    return mine;
  };
  return { read: (statements) => next(() => read(statements)), once: (statements) => next(() => once(statements)), write: (start, repeatable) => next(() => write(start, repeatable)), close };
}

/** One transaction: its frame travels with the statements. */
async function inFrame<T>(send: Send, { begin, commit, rollback }: Frame, start: () => Program<T>, { obstacleOf, isAnswered }: Errors): Promise<T> {
  let head = begin;
  const framed: Send = async (statements) => {
    const before = head;
    head = [];
    return (await send([...before, ...statements])).slice(before.length);
  };
  const running = start();
  try {
    let step = running.next([]);
    while (!step.done) step = running.next(await framed(step.value));
    const { result, write } = step.value;
    if (write) await framed([...write, ...commit]).catch((cause: unknown) => { throw obstacleOf(cause) === 'lost' ? new LostCommit('', { cause }) : cause; });
    else if (head.length === 0) await framed(rollback);
    return result;
  } catch (error) {
    if (!(error instanceof LostCommit) && isAnswered(error)) await send(rollback).catch(() => {}); // the cause is what counts
    throw error;
  }
}

/** Statements whose rows are the result. */
function* program(statements: readonly Statement[]): Program<readonly Rows[]> {
  const result = yield statements;
  return { result, write: [] };
}
