import { type CaseRow, type CaseState, type Engine, maskCase, type Method, type Words, wordsOf } from '@bihuan/core';
import { cellsOf } from './case-cells.ts';
import { type DirectoryWords, directoryWords } from './directory-words.ts';
import { iso, isoOrNull } from './iso.ts';
import { lightLabels, lightOf } from './light.ts';
import { type MethodWords, methodWords } from './method-words.ts';
import type { CaseDetail, CaseRecord } from './wire/index.ts';

/** Rows of the store as they go over the wire: moments as ISO, and the words for whatever they name. */
export async function caseRecords(engine: Engine, rows: readonly CaseRow[], now: number): Promise<CaseRecord[]> {
  const words = directoryWords(engine.directory, engine.tenant);
  return Promise.all(rows.map((row) => caseRecord(row, methodWords(methodOf(engine, row.method)), words, now)));
}

/** One case for forms: its row and its declared fields, personal data masked. */
export function caseDetail(record: CaseRecord, state: CaseState, method: Method): CaseDetail {
  const fields = formFields(state, method);
  return { ...fields, ...record, fields };
}

/** The declared fields as forms hold them: a moment is ISO, personal data is masked, a field without a value is absent. */
export function formFields(state: CaseState, method: Method): Record<string, unknown> {
  const { zone } = methodWords(method);
  return Object.fromEntries(Object.entries(maskCase(method, state).fields).map(([name, value]) => [
    name, method.fields[name]?.kind === 'moment' && typeof value === 'number' ? iso(value, zone) : value,
  ]));
}

/** The method of a case by `id@version`; another version of it if that one is not loaded, at worst the first: its words are better than none. */
export function methodOf(engine: Engine, method: string | CaseState['method']): Method {
  const [id, version] = typeof method === 'string' ? method.split('@') : [method.id, method.version];
  return engine.methods.find((each) => each.id === id && each.version === version) ?? engine.methods.findLast((each) => each.id === id) ?? engine.methods[0]!;
}

async function caseRecord(row: CaseRow, words: MethodWords, people: DirectoryWords, now: number): Promise<CaseRecord> {
  const { vocabulary, zone } = words;
  const [home, holder, cells] = await Promise.all([people.unit(row.home), people.unit(row.holder), cellsOf(row, words, people)]);
  const light = lightOf(row, now);
  const said = (labels: ReadonlyMap<string, Words>, name: string): Words => labels.get(name) ?? { zh: name, en: name };
  return {
    id: row.id, method: row.method, kind: row.kind, source: row.source, step: row.step, ending: row.ending, outcome: row.outcome,
    home: row.home, holder: row.holder,
    opened: iso(row.opened, zone), ended: isoOrNull(row.ended, zone), due: isoOrNull(row.due, zone), warn: isoOrNull(row.warn, zone),
    light, broken: row.broken, version: row.version, values: { ...row.values },
    labels: {
      kind: said(vocabulary.kinds, row.kind), source: said(vocabulary.sources, row.source), step: said(vocabulary.steps, row.step),
      ending: row.ending === null ? null : endingLabel(row, words), home, holder: vocabulary.levels.get(row.holder) ?? holder, light: lightLabels[light],
    },
    cells: row.ending === null ? cells : withEnding(cells, words, endingLabel(row, words)),
  };
}

/** The word of an ending, which may depend on a classification. */
function endingLabel(row: CaseRow, { method, vocabulary }: MethodWords): Words {
  const ending = method.endings[row.ending!];
  if (ending?.labels) {
    const { answer, output, is = {} } = ending.labels;
    const value = row.values[output === undefined ? `answer.${answer}` : `answer.${answer}.${output}`];
    const label = output === undefined ? is[String(value)] : vocabulary.classifications.get(answer)?.outputs.get(output)?.texts.get(String(value));
    if (label !== undefined) return wordsOf(label);
  }
  return vocabulary.endings.get(row.ending!) ?? { zh: row.ending!, en: row.ending! };
}

const withEnding = (cells: Record<string, Words>, { columns }: MethodWords, label: Words): Record<string, Words> =>
  Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, columns.find((column) => column.name === name)?.by === 'ending' ? label : cell]));
