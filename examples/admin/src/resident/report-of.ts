import type { Draft } from './drafts.ts';
import type { IntakeReport, IntakeWay } from './wire.ts';

/** What is sent of a draft: what the form asks for, nothing that was left empty. */
export function reportOf(unit: string, { source, form }: IntakeWay, draft: Draft): IntakeReport {
  const { name, phone, behalf, agentName, agentPhone, code, website } = draft;
  const fields = Object.fromEntries(form.flatMap((input) => (isEmpty(draft.fields[input.name]) ? [] : [[input.name, draft.fields[input.name]]])));
  return {
    unit, source: source.name, fields, code, website,
    ...(name || phone ? { reporter: { name, phone } } : {}), ...(behalf && (agentName || agentPhone) ? { agent: { name: agentName, phone: agentPhone } } : {}),
  };
}

export const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
