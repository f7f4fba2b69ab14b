import { type Explanation, type FormInput, type Method, type Opening, type TimelineLine, type Words, formatDuration, parseDuration } from '@bihuan/core';
import type { DirectoryWords } from './directory-words.ts';
import { iso, withIsoInstants, zoneOfMethod } from './iso.ts';
import { issueJson } from './problem.ts';
import type { ExplanationJson, FormInputJson, OpeningJson, TimelineLineJson } from './wire/index.ts';

/** An explanation as it goes over the wire: moments as ISO, every reason as a sentence, posts and units by the directory's words. */
export async function explanationJson(explanation: Explanation, method: Method, people: DirectoryWords): Promise<ExplanationJson> {
  const { actions, facts, ...rest } = explanation;
  return {
    ...withIsoInstants(rest, zoneOfMethod(method)) as Omit<ExplanationJson, 'actions' | 'facts'>,
    facts: await Promise.all(facts.map(async (fact) => ({ ...fact, text: await calledBy(method.fields[fact.name]?.kind, fact.value, people) ?? fact.text }))),
    ...backdateOf(method),
    actions: actions.map(({ issues, form, ...action }) => ({ ...action, issues: issues.map(issueJson), form: form.map((input) => formInputJson(input, method)) })),
  };
}

function backdateOf({ time }: Method): Pick<ExplanationJson, 'backdate'> {
  const length = time?.backdate === undefined ? undefined : parseDuration(time.backdate);
  return length === undefined ? {} : { backdate: { zh: formatDuration(length, 'zh'), en: formatDuration(length, 'en') } };
}

async function calledBy(kind: string | undefined, value: unknown, people: DirectoryWords): Promise<Words | undefined> {
  const find = kind === 'unit' || kind === 'units' ? people.unit : kind === 'post' || kind === 'posts' ? people.post : undefined;
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
  if (find === undefined || ids.length === 0) return undefined;
  const words = await Promise.all(ids.map((id) => find(id)));
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

/** The lines of a timeline with moments as ISO. */
export const timelineJson = (lines: readonly TimelineLine[], method: Method): TimelineLineJson[] =>
  withIsoInstants(lines, zoneOfMethod(method)) as TimelineLineJson[];

/** A form by which a case may be opened. */
export const openingJson = ({ form, ...opening }: Opening, method: Method): OpeningJson =>
  ({ ...opening, form: form.map((input) => formInputJson(input, method)) });

/** An input whose present value is written as forms hold it. */
function formInputJson({ options, kinds, ...input }: FormInput, method: Method): FormInputJson {
  const value = input.kind === 'moment' && typeof input.value === 'number' ? { value: iso(input.value, zoneOfMethod(method)) } : {};
  return { ...input, ...(options === undefined ? {} : { options: [...options] }), ...(kinds === undefined ? {} : { kinds: [...kinds] }), ...value };
}
