import type { Words } from './words.ts';

/** How much a finding weighs: an error blocks, a warning does not, a note only says what could not be decided. */
export type Severity = 'error' | 'warning' | 'note';

/** What is wrong with a method: each code with the params of its sentence. A finding is an issue with a severity, a pointer and where possible a mend. */
export interface FindingParams {
  'json.unreadable': { message: Words; line?: number; column?: number };
  'json.duplicate-key': { key: string; line?: number; column?: number };

  'shape.unknown-key': { key: string; known: readonly string[] };
  'shape.missing-key': { key: string };
  'shape.wrong-type': { expected: Words; given: Words };
  'shape.not-one-of': { given: string; allowed: readonly string[] };
  'shape.bad-name': { name: string };
  'shape.wrong-form': { given: string; example?: string };
  'shape.out-of-range': { given: number; min?: number; max?: number };
  'shape.empty': Record<never, never>;
  'shape.no-form': { forms: readonly string[] };
  'duration.unreadable': { given: string };

  'extends.unknown-base': { base: string };
  'extends.no-version': { base: string };
  'extends.cycle': { chain: readonly string[] };
  'extends.deletes-nothing': { key: string };

  'name.unknown': { what: Words; name: string };
  'name.twice': { name: string };
  'order.incomplete': { what: Words; name: string };
  'value.wrong-kind': { expected: Words; given: string };
  'comparison.does-not-fit': { test: string; kind: Words };
  'input.collision': { input: string; first: Words; second: Words };
  'use.cycle': { chain: readonly string[] };
  'clock.cycle': { chain: readonly string[] };
  'level.cycle': { chain: readonly string[] };
  'ask.cycle': { chain: readonly string[] };
  'opens.no-register': { subject: Words };
  'link.wrong-side': { link: Words; what: Words };
  'spawn.not-opening': { action: Words };
  'giving.missing': { action: Words; input: Words };
  'follows.wrong-side': { link: Words; action: Words };
  'follows.not-allowed': { link: Words; action: Words };
  'norm.through': { norm: Words; why: Words };
  'move.not-older': { version: string; own: string };
  'metric.cycle': { chain: readonly string[] };
  'metric.two-figures': { metric: Words; figures: readonly string[] };
  'metric.rank-alone': { metric: Words };
  'parameter.unset': { parameter: Words };
  'time-zone.unknown': { zone: string };
  'span.backwards': { span: string };
  'span.overlap': { span: string };

  'kind.no-opening': { kind: Words };
  'kind.two-openings': { kind: Words; actions: readonly Words[] };
  'action.opening-from': { action: Words };
  'line.first-conditional': { kind: Words; step: Words };
  'step.unreached': { step: Words };
  'step.no-way-out': { step: Words };
  'action.never': { action: Words; why: Words };
  'ending.unreached': { ending: Words };
  'ending.never-met': { ending: Words; say: Words };
  'ending.no-answer': { ending: Words };
  'clock.never-starts': { clock: Words };
  'clock.never-stops': { clock: Words };
  'rung.before-start': { rung: string; before: Words; limit: Words };
  'rung.after-ending': { rung: string; earlier: string };
  'rung.no-due': { rung: string };
  'rung.asks-nobody': { rung: string; ask: Words };
  'effects.loop': { chain: readonly Words[] };
  'extension.too-long': { by: Words; limit: Words };
  'rule.hidden': { rule: string; by: readonly string[] };
  'rule.overlap': { rules: readonly string[]; example: Words };
  'classification.gap': { classification: Words; example: Words };
  'classification.cannot-tell': { classification: Words };
  'classification.unanswered': { classification: Words };
  'ask.unasked': { ask: Words };
  'ask.no-answerer': { ask: Words };
  'role.unused': { role: Words };
  'field.untaken': { field: Words };
  'record.unleft': { record: Words };
  'source.unused': { source: Words };
  'condition.unused': { condition: string };
  'parameter.unused': { parameter: Words };
  'personal.shown': { field: Words; where: Words };
  'action.on-with-steps': { action: Words; key: string };
  'register.no-opening': { subject: Words };
  'kind.no-way-in': { kind: Words };
  'subject.unused': { subject: Words };
  'link.unlinked': { link: Words };
  'link.same-all': { link: Words };
  'spawn.loop': { chain: readonly Words[] };
  'norm.no-bounds': { norm: Words };
  'norm.min-above-max': { norm: Words; min: number; max: number };
  'norm.every-and-on': { norm: Words };
  'norm.refuse': { norm: Words; why: Words };
  'norm.rest-days': { norm: Words };
  'norm.no-days': { norm: Words };
  'norm.never': { norm: Words; why: Words };
  'ending.removed-case': { ending: Words; kind: Words };
  'ask.nobody-else': { ask: Words };
  'burden.asked-twice': { field: Words; actions: readonly Words[] };
  'burden.daily-duties': { role: Words; hours: string; day: string; norms: readonly Words[] };
  'personal.public': { field: Words; where: Words };
  'limit.answer-missing': { clock: Words; answers: readonly Words[] };
  'trigger.never': { clock: Words; kinds: readonly Words[] };
  'rung.times-alone': { rung: string };
  'target.above-one': { metric: Words; given: number };
  'kind.edits': { kind: Words; action: Words; does: readonly Words[] };
  'timeline.back': { at: string; last: string };
  'timeline.not-opened': { case: string };

  'silence.unused': { code: string };
  'silence.unknown-code': { code: string };
  'silence.error': { code: string };
}
export type FindingCode = keyof FindingParams;

/** What does not block. Everything else does. */
const LIGHTER: { readonly [C in FindingCode]?: Severity } = {
  'extends.deletes-nothing': 'warning',
  'order.incomplete': 'warning',
  'action.never': 'warning',
  'rung.after-ending': 'warning',
  'extension.too-long': 'warning',
  'rule.hidden': 'warning',
  'classification.gap': 'warning',
  'classification.cannot-tell': 'note',
  'classification.unanswered': 'warning',
  'ask.unasked': 'warning',
  'role.unused': 'warning',
  'field.untaken': 'warning',
  'record.unleft': 'warning',
  'source.unused': 'warning',
  'condition.unused': 'warning',
  'parameter.unused': 'warning',
  'personal.shown': 'warning',
  'subject.unused': 'warning',
  'link.unlinked': 'warning',
  'ask.nobody-else': 'warning',
  'burden.asked-twice': 'warning',
  'burden.daily-duties': 'warning',
  'limit.answer-missing': 'warning',
  'trigger.never': 'warning',
  'rung.times-alone': 'warning',
  'target.above-one': 'warning',
  'kind.edits': 'warning',
  'silence.unused': 'warning',
  'silence.unknown-code': 'warning',
  'silence.error': 'warning',
};

/** How much a code weighs. */
export const severityOf = (code: FindingCode): Severity => LIGHTER[code] ?? 'error';

/** Is this the code of a finding? */
export const isFindingCode = (code: string): code is FindingCode => Object.hasOwn(CODES, code);

/** Every code once; one that is missing here does not compile. */
const CODES: { readonly [C in FindingCode]: true } = {
  'json.unreadable': true, 'json.duplicate-key': true,
  'shape.unknown-key': true, 'shape.missing-key': true, 'shape.wrong-type': true, 'shape.not-one-of': true, 'shape.bad-name': true,
  'shape.wrong-form': true, 'shape.out-of-range': true, 'shape.empty': true, 'shape.no-form': true, 'duration.unreadable': true,
  'extends.unknown-base': true, 'extends.no-version': true, 'extends.cycle': true, 'extends.deletes-nothing': true,
  'name.unknown': true, 'name.twice': true, 'order.incomplete': true, 'value.wrong-kind': true, 'comparison.does-not-fit': true,
  'input.collision': true, 'use.cycle': true, 'clock.cycle': true, 'level.cycle': true, 'ask.cycle': true, 'parameter.unset': true,
  'time-zone.unknown': true, 'span.backwards': true, 'span.overlap': true,
  'kind.no-opening': true, 'kind.two-openings': true, 'action.opening-from': true, 'line.first-conditional': true,
  'step.unreached': true, 'step.no-way-out': true, 'action.never': true, 'ending.unreached': true, 'ending.never-met': true,
  'ending.no-answer': true, 'clock.never-starts': true, 'clock.never-stops': true, 'rung.before-start': true, 'rung.after-ending': true,
  'rung.no-due': true, 'rung.asks-nobody': true, 'effects.loop': true, 'extension.too-long': true, 'rule.hidden': true, 'rule.overlap': true,
  'classification.gap': true, 'classification.cannot-tell': true, 'classification.unanswered': true, 'ask.unasked': true,
  'ask.no-answerer': true, 'role.unused': true, 'field.untaken': true, 'record.unleft': true, 'source.unused': true,
  'condition.unused': true, 'parameter.unused': true, 'personal.shown': true,
  'opens.no-register': true, 'link.wrong-side': true, 'spawn.not-opening': true, 'giving.missing': true, 'follows.wrong-side': true,
  'follows.not-allowed': true, 'norm.through': true, 'move.not-older': true, 'metric.cycle': true, 'metric.two-figures': true,
  'metric.rank-alone': true, 'action.on-with-steps': true, 'register.no-opening': true, 'kind.no-way-in': true, 'subject.unused': true,
  'link.unlinked': true, 'link.same-all': true, 'spawn.loop': true, 'norm.no-bounds': true, 'norm.min-above-max': true,
  'norm.every-and-on': true, 'norm.refuse': true, 'norm.rest-days': true, 'norm.no-days': true, 'norm.never': true,
  'ending.removed-case': true, 'ask.nobody-else': true, 'burden.asked-twice': true, 'burden.daily-duties': true, 'personal.public': true,
  'limit.answer-missing': true, 'trigger.never': true, 'rung.times-alone': true, 'target.above-one': true, 'kind.edits': true,
  'timeline.back': true, 'timeline.not-opened': true,
  'silence.unused': true, 'silence.unknown-code': true, 'silence.error': true,
};
/** Every code, for the reference and for tests. */
export const findingCodes = Object.keys(CODES) as readonly FindingCode[];
