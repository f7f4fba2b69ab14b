/** Why a database that was opened cannot do what it is asked. */
export type StoreErrorCode = 'store.unreachable' | 'store.unknown' | 'store.full';

/**
 * A database that has failed: a code for programs, a sentence for people, the driver's own error as `cause`. Whatever a caller may ask again
 * with a prospect is answered with `busy` instead.
 * 数据库出了故障：给程序的代码，给人的句子，`cause` 是驱动自己的错误。
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly text: { readonly zh: string; readonly en: string };

  constructor(code: StoreErrorCode, cause: unknown) {
    const text = sentences[code];
    super(`${text.en} / ${text.zh}`, { cause });
    this.code = code;
    this.text = text;
  }
}

const sentences: Readonly<Record<StoreErrorCode, { readonly zh: string; readonly en: string }>> = {
  'store.unreachable': { zh: '数据库没有应答，请稍后重试', en: 'The database does not answer; try again shortly' },
  'store.unknown': {
    zh: '提交时与数据库的连接断了，不知道有没有写入：请先查看再重做，或用同一个幂等键重试',
    en: 'The connection broke during the commit: whether it was written is not known. Look before doing it again, or try again with the same idempotency key',
  },
  'store.full': { zh: '数据库的磁盘已满，本次操作没有写入', en: 'The disk of the database is full; nothing was written' },
};
