import { findingsEn } from './findings.en.ts';
import { findingsZh } from './findings.zh.ts';
import type { Issue, IssueCode, IssueParams } from './issue.ts';
import { refusalsEn } from './refusals.en.ts';
import { refusalsZh } from './refusals.zh.ts';
import type { Words } from './words.ts';

type Sentences = { readonly [C in IssueCode]: (params: IssueParams[C]) => string };

const zh: Sentences = { ...refusalsZh, ...findingsZh };
const en: Sentences = { ...refusalsEn, ...findingsEn };

/** An issue as a sentence in both languages: what stands against it, and what to do. */
export const issueText = (issue: Issue): Words => ({ zh: say(zh, issue), en: say(en, issue) });

const say = <C extends IssueCode>(sentences: Sentences, { code, params }: Issue<C>): string => sentences[code](params as IssueParams[C]);
