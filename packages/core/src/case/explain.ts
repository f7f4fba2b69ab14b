import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import type { Words } from '../issues/issue.ts';
import { endingLabel } from './endings.ts';
import { explainActions } from './explain-actions.ts';
import { explainClocks } from './explain-clocks.ts';
import { explainEndings } from './explain-endings.ts';
import { explainLinks } from './explain-links.ts';
import type { ExplainedStep, Explanation } from './explanation.ts';
import { addresseeWords, namesIn, replyWords, textOf } from './fact-words.ts';
import { kindLabel } from './may-act.ts';
import type { Actor, CaseState, Facts, FileRef } from './messages.ts';
import type { Rules } from './rules.ts';
import { maskCase } from './mask.ts';
import { ERASED } from './personal.ts';
import { holdsPersonal, mayReveal } from './personal-access.ts';
import { isOpen } from './run-clocks.ts';
import { scopeOf } from './scope.ts';

/**
 * Everything that a screen shows of one case to one person at one moment: where it stands, what may be done and what stands against
 * the rest, what is missing for each ending, and why each thing is due when it is due. The screen holds no rule of its own. Personal data is
 * masked, unless `clear`; what `kept`, the state as it lies in the store, still refers to and nobody can read any more has been erased, and is said so.
 */
export const explain = (rules: Rules, state: CaseState, actor: Actor, at: number, facts: Facts, { clear = false, kept = state }: Showing = {}): Explanation => {
  const { method } = rules;
  const scope = scopeOf(state, at, facts, actor);
  const label = (part: Readonly<Record<string, { label: Parameters<typeof wordsOf>[0] }>> | undefined, name: string): Words => wordsOf(part?.[name]?.label ?? name);
  const names = namesIn(state, facts);
  const ending = state.ended && rules.endings.get(state.ended.ending);
  const shown = clear ? state : maskCase(method, state);
  return {
    id: state.id, version: state.version, at,
    kind: { name: state.kind, label: kindLabel(rules, state.kind) },
    source: { name: state.source, label: label(method.sources, state.source) },
    step: { name: state.step, label: label(method.steps, state.step) },
    ...(state.ended && { ended: {
      ending: state.ended.ending, outcome: state.ended.outcome, at: state.ended.at, label: ending ? endingLabel(rules, ending, state) : wordsOf(state.ended.ending),
    } }),
    line: explainLine(rules, state, scope),
    facts: Object.entries(method.fields).flatMap(([name, field]): Explanation['facts'] => {
      const value = shown.fields[name];
      if (value === undefined) return kept.fields[name] === undefined ? [] : [{ name, label: wordsOf(field.label), value: null, text: ERASED, personal: true as const }];
      return [{
        name, label: wordsOf(field.label), value, text: field.personal && !clear ? asIs(value) : textOf(rules, { field: name }, value, names), ...(field.personal && { personal: true as const }),
      }];
    }),
    answers: Object.entries(state.answers).flatMap(([name, answer]) => {
      const schema = method.classifications?.[name];
      if (!schema) return [];
      const because = answer.rule === undefined ? undefined : schema.rules?.[answer.rule];
      const outputs = Object.entries(answer.outputs ?? {}).map(([output, text]) => ({ name: `${name}.${output}`, label: wordsOf(schema.outputs?.[output] ?? output), text }));
      return [
        ...(answer.is !== undefined ? [{
          name, label: wordsOf(schema.label), text: textOf(rules, { answer: name }, answer.is), ...(because?.label !== undefined && { because: wordsOf(because.label) }),
        }] : []),
        ...outputs,
      ];
    }),
    records: shown.records.map((record) => {
      const schema = method.records?.[record.name];
      return {
        id: record.id, name: record.name, label: wordsOf(schema?.label ?? record.name), at: record.at, withdrawn: record.withdrawn !== undefined,
        ...(record.by && { by: record.by.name ?? record.by.person }),
        values: [
          ...Object.entries(record.values).map(([name, value]) => ({
            label: wordsOf(schema?.fields?.[name]?.label ?? name), text: schema?.fields?.[name]?.personal && !clear ? asIs(value) : textOf(rules, { record: record.name, show: name }, value, names),
            ...(schema?.fields?.[name]?.kind === 'files' && Array.isArray(value) && { files: value as readonly FileRef[] }),
          })),
          ...erasedOf(record.values, kept.records.find(({ id }) => id === record.id)?.values).map((name) => ({ label: wordsOf(schema?.fields?.[name]?.label ?? name), text: ERASED })),
        ],
      };
    }),
    asks: state.asks.map((ask) => ({
      id: ask.id, name: ask.name, label: label(method.asks, ask.name), to: addresseeWords(rules, ask.to), at: ask.at,
      state: ask.reply ? 'replied' : ask.accepted === undefined ? 'open' : 'accepted',
      ...(ask.reply && { reply: replyWords(rules, ask.name, ask.reply.as) }),
    })),
    clocks: explainClocks(rules, state, at),
    links: explainLinks(rules, state, facts),
    actions: explainActions(rules, state, actor, scope, facts),
    endings: explainEndings(rules, state, scope),
    awaited: awaitedWords(rules, state),
    ...(shown.reporter && { reporter: shown.reporter }),
    personal: { held: holdsPersonal(rules, state), shown: clear, erased: isErased(state, kept), mayReveal: mayReveal(rules, state, actor, facts) !== undefined },
  };
};

const explainLine = (rules: Rules, state: CaseState, scope: Scope): ExplainedStep[] =>
  (rules.method.kinds[state.kind]?.line ?? []).map((name) => {
    const step = rules.method.steps[name]!;
    const applies = rules.steps.get(name)?.applies(scope) ?? true;
    return {
      name, label: wordsOf(step.label), ...(step.source !== undefined && { source: wordsOf(step.source) }),
      state: name === state.step && !state.ended ? 'here' : state.passed.includes(name) || (state.ended !== undefined && name === state.step) ? 'done' : applies ? 'ahead' : 'skipped',
    };
  });

/** Who is awaited: whoever was asked and has not replied; with nobody asked, whoever may act at this step. */
const awaitedWords = (rules: Rules, state: CaseState): Words[] => {
  if (state.ended) return [];
  const asked = state.asks.filter(isOpen).map((ask) => addresseeWords(rules, ask.to));
  if (asked.length > 0) return asked;
  const roles = new Set<string>();
  for (const action of rules.actions.values()) {
    if (action.from?.has(state.step)) for (const doer of action.by) if (typeof doer === 'string') roles.add(doer);
  }
  return [...roles].map((role) => wordsOf(rules.method.roles[role]?.label ?? role));
};

/** How personal data is shown: in the clear or not, and the state as it is kept, by which is told what was erased. */
export interface Showing { readonly clear?: boolean; readonly kept?: CaseState }

/** Names that are kept and can be read no more. */
const erasedOf = (shown: object | undefined, kept: object | undefined): readonly string[] => Object.keys(kept ?? {}).filter((name) => !Object.hasOwn(shown ?? {}, name));

const isErased = (state: CaseState, kept: CaseState): boolean =>
  erasedOf(state.reporter, kept.reporter).length > 0 || erasedOf(state.fields, kept.fields).length > 0
  || kept.records.some(({ id, values }) => { const shown = state.records.find((record) => record.id === id); return shown !== undefined && erasedOf(shown.values, values).length > 0; });

/** A masked value as it is. */
const asIs = (value: unknown): Words => { const text = Array.isArray(value) ? value.join('、') : String(value); return { zh: text, en: text }; };
