/** Why the server cannot start, as one sentence in each language: printed without a stack, exit code 1. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
  constructor(readonly text: { readonly zh: string; readonly en: string }, cause?: unknown) {
    super(`${text.zh}\n${text.en}`, { cause });
  }
}
