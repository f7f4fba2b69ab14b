import type { ExplainedAction, Explanation, FormInput } from '../providers/wire.ts';

/** An action that at least one of the chosen cases allows: for which, and its form for all of them. */
export interface SharedAction { readonly action: ExplainedAction; readonly cases: readonly Explanation[]; readonly form: readonly FormInput[] }

/** What can be done to the chosen cases, what most of them allow first. */
export function sharedActions(cases: readonly Explanation[]): readonly SharedAction[] {
  const found = new Map<string, { action: ExplainedAction; cases: Explanation[]; forms: (readonly FormInput[])[] }>();
  for (const explanation of cases) {
    for (const action of explanation.actions) {
      if (!action.allowed) continue;
      const entry = found.get(action.name) ?? { action, cases: [], forms: [] };
      entry.cases.push(explanation);
      entry.forms.push(action.form);
      found.set(action.name, entry);
    }
  }
  return [...found.values()].map(({ forms, ...entry }) => ({ ...entry, form: commonForm(forms) })).sort((a, b) => b.cases.length - a.cases.length);
}

/** Every input that one of the forms has. What stands there is only shown where it is the same in all; what each holds already need not be given again. */
function commonForm(forms: readonly (readonly FormInput[])[]): readonly FormInput[] {
  const names = [...new Set(forms.flatMap((form) => form.map(({ name }) => name)))];
  return names.map((name) => {
    const inputs = forms.flatMap((form) => form.find((input) => input.name === name) ?? []);
    const [{ value, ...first }] = inputs as [FormInput];
    const same = inputs.length === forms.length && inputs.every((input) => JSON.stringify(input.value) === JSON.stringify(value));
    const optional = inputs.some((input) => input.optional || input.value !== undefined) && !same || first.optional;
    return { ...first, optional, ...(same && value !== undefined ? { value } : {}) };
  });
}

/** What goes to one case: what was filled in, as far as its own form asks for it; what it holds already where nothing was. */
export const inputFor = (action: ExplainedAction, filled: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(action.form.flatMap(({ name, value }) => {
    const given = filled[name] ?? value;
    return given === undefined ? [] : [[name, given]];
  }));
