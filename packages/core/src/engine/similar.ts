import { linkLabel, titleOf } from '../case/explain-links.ts';
import { wordsOf } from '../method/words.ts';
import { momentOf } from './desk.ts';
import type { Desk } from './desk.ts';
import type { MomentInput, OpenInput } from './engine-types.ts';
import { readCase } from './read-case.ts';
import { sameMatter } from './same-matter.ts';
import type { Similar } from './street-types.ts';

/** Cases that may be the same matter as what is being reported, by the method's own words for it: offered before it is registered. */
export const similarTo = async (desk: Desk, input: Pick<OpenInput, 'method' | 'source' | 'kind' | 'action' | 'home' | 'fields'>, moment: MomentInput): Promise<readonly Similar[]> => {
  const at = momentOf(moment);
  const rules = at === undefined ? undefined : desk.book.forOpening(input, at);
  if (rules === undefined || at === undefined) return [];
  const kind = input.kind ?? rules.actions.get(input.action ?? '')?.schema.opens
    ?? Object.entries(rules.method.kinds).find(([, one]) => input.source !== undefined && one.sources.includes(input.source))?.[0] ?? '';
  const report = { kind, home: input.home ?? '', fields: input.fields, at };
  const [offered, linked] = [await sameMatter(desk, rules, report, 'offered'), await sameMatter(desk, rules, report, 'linked')];
  const found: Similar[] = [];
  for (const [link, ids] of Object.entries({ ...linked, ...offered })) {
    for (const id of ids) {
      const state = await readCase(desk, id);
      if (state === undefined) continue;
      const title = titleOf(rules, state);
      const stands = state.ended ? rules.endings.get(state.ended.ending)?.label : rules.method.steps[state.step] && wordsOf(rules.method.steps[state.step]!.label);
      found.push({ link, label: linkLabel(rules, { link, side: 'from' }), id, opened: state.opened, ...(title !== undefined && { title }), ...(stands && { stands }) });
    }
  }
  return found;
};
