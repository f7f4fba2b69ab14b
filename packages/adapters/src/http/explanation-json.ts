import type { Explanation, FormInput, Method, Opening, TimelineLine } from '@bihuan/core';
import { iso, withIsoInstants, zoneOfMethod } from './iso.ts';
import { issueJson } from './problem.ts';
import type { ExplanationJson, FormInputJson, OpeningJson, TimelineLineJson } from './wire/index.ts';

/** An explanation as it goes over the wire: moments as ISO, every reason as a sentence. */
export function explanationJson(explanation: Explanation, method: Method): ExplanationJson {
  const { actions, ...rest } = explanation;
  return {
    ...withIsoInstants(rest, zoneOfMethod(method)) as Omit<ExplanationJson, 'actions'>,
    actions: actions.map(({ issues, form, ...action }) => ({ ...action, issues: issues.map(issueJson), form: form.map((input) => formInputJson(input, method)) })),
  };
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
