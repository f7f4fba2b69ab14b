import type { Actor, CaseRecord, Engine, Explanation, Method } from '@bihuan/core';
import { methodOf } from './case-records.ts';
import type { IntakeOptions } from './intake-options.ts';
import { directoryWords } from './directory-words.ts';
import { explanationJson } from './explanation-json.ts';
import { iso, zoneOfMethod } from './iso.ts';
import { refuseWith } from './problem.ts';
import type { FormInputJson, IntakeProgress } from './wire/index.ts';

/** A resident who has come by a code: nobody in particular, but the reporter of this case. */
export const reporterOf = (id: string): Actor => ({ person: 'resident', name: '居民', posts: [], reporterOf: id });

const fillable: ReadonlySet<string> = new Set(['text', 'long-text', 'number', 'date', 'yes-no', 'choice', 'choices', 'point', 'names']);

/** What a resident can fill in of a form: nothing that needs the directory or the register, photos where files are kept. None where something that is needed cannot be. */
export const residentForm = (form: readonly FormInputJson[], photos = false): FormInputJson[] | undefined => {
  const can = ({ kind }: FormInputJson): boolean => fillable.has(kind) || (photos && kind === 'files');
  return form.every((input) => input.optional || can(input)) ? form.filter(can) : undefined;
};

/** How a case stands, for who reported it: steps, promises, what was answered, what he may do. No internal text and no other person's name. */
export async function progressOf(engine: Engine, { sources }: Pick<IntakeOptions, 'sources'>, id: string, now: number): Promise<IntakeProgress> {
  const actor = reporterOf(id);
  const [aCase, explained] = [await engine.case(id), await engine.explain(id, actor, now)];
  if (aCase === undefined || explained === undefined) throw refuseWith('intake.unknown', {});
  const { state } = aCase;
  const method = methodOf(engine, state.method);
  const words = directoryWords(engine.directory, engine.tenant);
  const explanation = await explanationJson(explained, method, words);
  const zone = zoneOfMethod(method);
  const opening = openingNames(engine, state.source, explained.kind.name);
  return {
    id, unit: await words.unit(state.home), opened: iso(state.opened, zone), step: explained.step.label,
    reported: explanation.facts.filter(({ name, personal }) => opening.has(name) && personal !== true && name !== sources[state.source]?.unitIn).map(({ label, text }) => ({ label, text })),
    line: explanation.line.flatMap(({ label, state: stands }) => (stands === 'skipped' ? [] : [{ label, state: stands }])),
    due: explained.clocks.filter(({ phase, binds, due }) => phase === 'running' && binds === 'hard' && due !== undefined)
      .map(({ label, dueText, light }) => ({ label, text: dueText ?? { zh: '', en: '' }, late: light === 'red' })),
    ...(explanation.ended && { ended: { label: explanation.ended.label, at: explanation.ended.at } }),
    answers: answersIn(explained, state.records, method).map(({ at, ...answer }) => ({ ...answer, at: iso(at, zone) })),
    actions: explanation.actions.flatMap(({ name, label, allowed, form }) => {
      const own = allowed ? residentForm(form) : undefined;
      return own === undefined ? [] : [{ name, label, form: own }];
    }),
  };
}

/** The fields that whoever reports by this source fills in. */
function openingNames({ methods }: Engine, source: string, kind: string): ReadonlySet<string> {
  const takes = methods.flatMap((method) => [method.sources[source]?.takes ?? {}, ...Object.values(method.actions).filter(({ opens }) => opens === kind).map((action) => action.takes ?? {})]);
  return new Set(takes.flatMap((each) => Object.keys(each)));
}

/** Records by which the reporter is answered, without what names people or posts in them. */
function answersIn({ records }: Explanation, kept: readonly CaseRecord[], method: Method) {
  return records.flatMap(({ id, name, label, at, withdrawn, values }) => {
    const schema = method.records?.[name];
    const names = Object.keys(kept.find((each) => each.id === id)?.values ?? {});
    if (schema?.serves !== 'answer' || withdrawn || names.length !== values.length) return [];
    const said = values.filter((_, i) => {
      const field = schema.fields?.[names[i]!];
      return field?.personal !== true && field !== undefined && (fillable.has(field.kind) && field.kind !== 'names');
    });
    return [{ label, at, said: said.map((each) => ({ label: each.label, text: each.text })) }];
  });
}
