import { accept, issue } from '../issues/issue.ts';
import type { Issue, Result } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import type { Actor, CaseEvent, CaseState, EraseCommand, Facts, RevealCommand, Signature } from './messages.ts';
import { sign, signatureFor } from './posts.ts';
import type { Rules } from './rules.ts';

/** Roles that may see personal data in the clear, and have it erased: those that the method names, else whoever stands over the case. */
const rolesFor = ({ method }: Rules): readonly string[] => method.personal?.by ?? Object.keys(method.roles);

/** The signature under which this person may see the personal data of the case, or nothing. */
export const mayReveal = (rules: Rules, state: CaseState, actor: Actor, facts: Facts): Signature | undefined => signatureFor(rolesFor(rules), actor, state, facts);

/** Is there anything personal of this case, as far as the method declares it? */
export const holdsPersonal = ({ method }: Rules, { reporter, fields, records }: CaseState): boolean =>
  Object.keys(reporter ?? {}).length > 0 || Object.keys(fields).some((name) => method.fields[name]?.personal)
  || records.some(({ name, values }) => Object.keys(values).some((field) => method.records?.[name]?.fields?.[field]?.personal));

/** Somebody sees the personal data: on record, each time. */
export const revealPersonal = (rules: Rules, state: CaseState, { at, by }: RevealCommand, facts: Facts): Result<readonly CaseEvent[]> => {
  const signed = mayReveal(rules, state, by, facts);
  if (signed === undefined) return refused(notYours(rules));
  if (!holdsPersonal(rules, state)) return refused(issue('personal.none', ['id'], { id: state.id }));
  return accept([{ ...next(state, at), type: 'revealed', by: signed, changes: [] }]);
};

/** The values that lie beside the log go; what the log holds in their place stays, and the chain with it. */
export const erasePersonal = (rules: Rules, state: CaseState, { at, by, because }: EraseCommand, facts: Facts): Result<readonly CaseEvent[]> => {
  const signed = by.person === '' ? sign(by) : mayReveal(rules, state, by, facts);
  const issues: Issue[] = signed === undefined ? [notYours(rules)] : [];
  if (because.trim() === '') issues.push(issue('personal.no-reason', ['because'], {}));
  if (signed === undefined || issues.length > 0) return refused(...issues);
  return accept([{ ...next(state, at), type: 'erased', by: signed, because, changes: [] }]);
};

const next = (state: CaseState, at: number): Pick<CaseEvent, 'v' | 'seq' | 'at' | 'recorded'> => ({ v: 1, seq: state.version + 1, at, recorded: Math.max(at, state.last) });
const notYours = (rules: Rules): Issue => issue('personal.not-yours', ['by'], { who: rolesFor(rules).map((role) => wordsOf(rules.method.roles[role]?.label ?? role)) });
const refused = (...issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } => ({ ok: false, issues });
