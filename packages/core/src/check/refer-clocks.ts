import { finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import type { StartTrigger } from '../method/time-schema.ts';
import { wordsOf } from '../method/words.ts';
import { ofWhat } from './known-names.ts';
import { referEffects } from './refer-actions.ts';
import { kindWords, referCondition, type Referring } from './refer-conditions.ts';

type Clock = NonNullable<Method['clocks']>[string];
type Limit = Clock['limit'];

/** Every name that a clock uses exists, its limit's field is a day, its parameter is set. */
export function referClock(name: string, clock: Clock, method: Method, at: Referring): void {
  const { known } = at;
  const path: Path = ['clocks', name];
  if (clock.per !== undefined) known.need('asks', clock.per.ask, [...path, 'per', 'ask']);
  clock.kinds?.forEach((kind, i) => known.needAny(['kinds', 'subjects'], kind, [...path, 'kinds', i]));
  referTriggers(clock.starts, [...path, 'starts'], at);
  referTriggers(clock.stops, [...path, 'stops'], at);
  for (const [hold, { from, to }] of Object.entries(clock.holds ?? {})) {
    referTriggers(from, [...path, 'holds', hold, 'from'], at);
    referTriggers(to, [...path, 'holds', hold, 'to'], at);
  }
  referLimit(clock.limit, method, [...path, 'limit'], at);
  if (typeof clock.again === 'object') known.needKeys('actions', clock.again.on, [...path, 'again', 'on']);
  referCondition(clock.when, [...path, 'when'], at);
  for (const [rung, effects] of Object.entries(clock.ladder ?? {})) {
    referCondition(effects.when, [...path, 'ladder', rung, 'when'], at);
    referEffects(effects, [...path, 'ladder', rung], at);
  }
}

/** A trigger, or several: as the method writes them. */
export const listed = (triggers: StartTrigger | readonly StartTrigger[]): readonly StartTrigger[] => (Array.isArray(triggers) ? triggers : [triggers as StartTrigger]);

function referTriggers(triggers: StartTrigger | readonly StartTrigger[], path: Path, at: Referring): void {
  listed(triggers).forEach((trigger, i) => referTrigger(trigger, Array.isArray(triggers) ? [...path, i] : path, at));
}

function referTrigger(trigger: StartTrigger, path: Path, at: Referring): void {
  const { known } = at;
  if ('action' in trigger) known.need('actions', trigger.action, [...path, 'action']);
  else if ('record' in trigger) known.need('records', trigger.record, [...path, 'record']);
  else if ('ask' in trigger) known.need('asks', trigger.ask, [...path, 'ask']);
  else if ('step' in trigger) known.need('steps', trigger.step, [...path, 'step']);
  else if ('ending' in trigger) known.need('endings', trigger.ending, [...path, 'ending']);
  else if ('field' in trigger) (trigger.day ? referDay : referField)(trigger.field, [...path, 'field'], at);
  else if ('answer' in trigger) known.need('classifications', trigger.answer, [...path, 'answer']);
  else known.need('clocks', trigger.clock, [...path, 'clock']);
}

const referField = (field: string, path: Path, { known }: Referring): boolean => known.need('fields', field, path);

/** A field that holds a day or a moment. */
function referDay(name: string, path: Path, at: Referring): void {
  const field = referField(name, path, at) ? at.vocabulary.fields.get(name) : undefined;
  if (field !== undefined && field.kind !== 'date' && field.kind !== 'moment') at.known.out.push(finding('value.wrong-kind', path, { expected: kindWords.day, given: `“${field.label.zh}”` }));
}

function referLimit(limit: Limit, method: Method, path: Path, at: Referring): void {
  if (typeof limit === 'string') return;
  const { known } = at;
  if ('field' in limit) referDay(limit.field, [...path, 'field'], at);
  else if ('parameter' in limit) {
    if (known.need('parameters', limit.parameter, [...path, 'parameter'])) referParameter(limit.parameter, method, at);
  } else if ('of' in limit) known.need('clocks', limit.of, [...path, 'of']);
  else if ('answer' in limit) {
    const classification = known.need('classifications', limit.answer, [...path, 'answer']) ? method.classifications?.[limit.answer] : undefined;
    for (const [answer, each] of Object.entries(limit.is)) {
      if (classification !== undefined) known.oneOf(ofWhat(wordsOf(classification.label), '结论', 'answer'), answer, Object.keys(classification.answers ?? {}), [...path, 'is', answer]);
      referLimit(each, method, [...path, 'is', answer], at);
    }
    if (limit.otherwise !== undefined) referLimit(limit.otherwise, method, [...path, 'otherwise'], at);
  }
}

/** A parameter that is used must be set; said once, where it is declared. */
function referParameter(name: string, method: Method, { known }: Referring): void {
  const parameter = method.parameters?.[name];
  if (parameter === undefined || parameter.value !== undefined) return;
  const path: Path = ['parameters', name];
  if (known.out.some(({ code, path: [, other] }) => code === 'parameter.unset' && other === name)) return;
  known.out.push(finding('parameter.unset', path, { parameter: wordsOf(parameter.label) }));
}
