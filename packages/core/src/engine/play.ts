import type { Rules } from '../case/rules.ts';
import { subjectId } from '../case/subject-log.ts';
import { issueText } from '../issues/issue-text.ts';
import type { Issue, Words } from '../issues/issue.ts';
import type { TimelineEntry } from '../method/scenario-schema.ts';
import type { Engine } from './engine-types.ts';

/** One entry of a timeline being played: the engine, the scenario's names for cases, and where failures go. */
export interface Play {
  readonly engine: Engine;
  readonly rules: Rules;
  readonly entry: TimelineEntry;
  readonly at: number;
  readonly ids: Map<string, string>;
  readonly fail: (zh: string, en: string) => void;
}

export const nameOf = (entry: TimelineEntry): string => entry.case ?? 'it';

/** The log of the unit or post that an entry is about. */
export const subjectOf = ({ unit, post }: TimelineEntry): string | undefined => (unit !== undefined ? subjectId.unit(unit) : post !== undefined ? subjectId.post(post) : undefined);

/** Is the issue called so: by its code, by the requirement that is unmet, or by the input that is wrong? */
export const isCalled = ({ code, params }: Issue, name: string): boolean =>
  code === name || ('requirement' in params && params.requirement === name) || ('input' in params && params.input === name);

export const sentences = (issues: readonly Issue[]): Words => ({
  zh: issues.map((issue) => `${issueText(issue).zh}（${issue.code}）`).join('；'), en: issues.map((issue) => `${issueText(issue).en} (${issue.code})`).join('; '),
});
