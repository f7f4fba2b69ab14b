import { formInput } from '../case/explain-actions.ts';
import type { Actor } from '../case/messages.ts';
import { sourceless } from '../case/open-case.ts';
import type { Doer } from '../method/action-schema.ts';
import { wordsOf } from '../method/words.ts';
import { momentOf } from './desk.ts';
import type { MomentInput, Opening } from './engine-types.ts';
import type { Rulebook } from './rulebook.ts';

/** Every way in that is open to this person then, by role or as a reporter: kind, source, and the form that it asks for. */
export const openings = (book: Rulebook, actor: Actor, at: MomentInput): Opening[] =>
  book.inForce(momentOf(at) ?? 0).flatMap((rules) => [...rules.actions.values()].flatMap((action): Opening[] => {
    const kind = action.schema.opens;
    if (kind === undefined || !action.by.some((doer) => mayOpen(doer, actor))) return [];
    if (sourceless(rules, kind)) {
      const register = rules.method.subjects?.[kind];
      const form = action.inputs.map((input) => formInput(rules, input, undefined, emptyScope));
      const source = { name: '', label: wordsOf((register ?? rules.method.kinds[kind])?.label ?? kind), reporter: 'none' } as const;
      return [{ method: rules.method.id, kind, action: action.name, label: action.label, ...(register && { register: true as const }), source, form }];
    }
    return (rules.method.kinds[kind]?.sources ?? []).map((name): Opening => {
      const source = rules.method.sources[name]!;
      return {
        method: rules.method.id, kind, action: action.name, label: action.label,
        source: { name, label: wordsOf(source.label), reporter: source.reporter ?? 'optional' },
        form: rules.openingInputs(action, name).map((input) => formInput(rules, input, undefined, emptyScope)),
      };
    });
  }));

/** By a role held anywhere: over which unit is decided when it is opened. Or as the reporter, where the method lets him report himself. */
const mayOpen = (doer: Doer, { posts, reporterOf }: Actor): boolean => {
  if (typeof doer === 'object' && 'reporter' in doer) return reporterOf === '';
  const role = typeof doer === 'string' ? doer : 'role' in doer ? doer.role : undefined;
  return posts.some((post) => post.role === role);
};

const nobody = {
  id: '', kind: '', source: '', step: '', home: '', holder: '', levels: { home: '', holder: '' }, opened: 0, fields: {}, answers: {}, records: [], asks: [], clocks: {}, links: [], done: {},
};
const emptyScope = { state: nobody, at: 0 };
