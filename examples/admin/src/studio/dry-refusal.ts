import { HttpError } from 'react-admin';
import { type Issue, issueText } from '@bihuan/core';

/** A refusal of the engine as the forms read it. */
export const refused = (issues: readonly Issue[]): HttpError =>
  new HttpError('', 422, { issues: issues.map((issue) => ({ code: issue.code, path: [...issue.path], params: { ...issue.params }, ...issueText(issue) })), errors: {}, message: '' });
