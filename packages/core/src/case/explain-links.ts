import type { Words } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import { endingLabel } from './endings.ts';
import type { ExplainedLink } from './explanation.ts';
import { kindLabel } from './may-act.ts';
import type { CaseLink, CaseState, Facts } from './messages.ts';
import type { Rules } from './rules.ts';

/** The cases that belong with this one, as far as the facts tell of them. */
export const explainLinks = (rules: Rules, state: CaseState, facts: Facts): ExplainedLink[] =>
  state.links.map((link): ExplainedLink => {
    const other = facts.cases?.[link.case];
    const common = { link: link.link, label: linkLabel(rules, link), case: link.case };
    if (other === undefined) return common;
    const ending = other.ended && rules.endings.get(other.ended.ending);
    const stands = other.ended ? (ending ? endingLabel(rules, ending, other) : wordsOf(other.ended.ending)) : wordsOf(rules.method.steps[other.step]?.label ?? other.step);
    const title = titleOf(rules, other);
    return {
      ...common, kind: { name: other.kind, label: kindLabel(rules, other.kind) }, ended: other.ended !== undefined,
      ...(title !== undefined && { title }), ...(other.step !== '' && { stands }),
    };
  });

/** The link's word as read from the side on which the case stands. */
export const linkLabel = (rules: Rules, { link, side }: Pick<CaseLink, 'link' | 'side'>): Words => {
  const schema = rules.method.links?.[link];
  return wordsOf((side === 'to' ? schema?.back ?? schema?.label : schema?.label) ?? link);
};

/** What a case or subject is called by: a subject's own title, else the first text in the list's columns, else its first text; never what is personal. */
export const titleOf = (rules: Pick<Rules, 'method'>, state: Pick<CaseState, 'kind' | 'fields'>): string | undefined => {
  const named = rules.method.subjects?.[state.kind]?.title;
  const names = named === undefined ? [...listed(rules.method), ...Object.keys(rules.method.fields)] : [named];
  for (const name of names) {
    const field = rules.method.fields[name];
    const value = state.fields[name];
    if (typeof value === 'string' && !field?.personal && (field?.kind === 'text' || field?.kind === 'long-text')) return value;
  }
  return undefined;
};

/** The fields in the columns of the list, in their order. */
const listed = ({ list }: Rules['method']): string[] => (list?.order ?? []).flatMap((column) => {
  const show = list?.columns[column]?.show;
  return show && 'field' in show ? [show.field] : [];
});
