import type { Fact } from '../method/condition-schema.ts';
import { finding, type Finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';

/** Personal data in a list or ledger, which may be printed and issued; in one that is public it may not stand at all (《个人信息保护法》). */
export function lintPersonal(method: Method): readonly Finding[] {
  const shown = [
    ...Object.entries(method.ledgers ?? {}).map(([name, ledger]) => ({
      path: ['ledgers', name], label: wordsOf(ledger.label), columns: ledger.columns, code: ledger.public ? 'personal.public' as const : 'personal.shown' as const,
      record: ledger.over !== undefined && 'records' in ledger.over ? ledger.over.records : undefined })),
    ...(method.list === undefined ? [] : [{ path: ['list'], label: { zh: '列表', en: 'the list' }, columns: method.list.columns, code: 'personal.shown' as const, record: undefined }]),
  ];
  return shown.flatMap(({ path, label, columns, code, record }) => Object.entries(columns).flatMap(([name, { show }]): readonly Finding[] => {
    const field = personalField(show, method, record);
    return field === undefined ? [] : [finding(code, [...path, 'columns', name, 'show'] satisfies Path, { field: wordsOf(field.label), where: label })];
  }));
}

/** `record`: the query is over these, so that a field is one of theirs. */
function personalField(fact: Fact, method: Method, record: string | undefined): Method['fields'][string] | undefined {
  if ('link' in fact) return fact.reads === undefined ? undefined : personalField(fact.reads, method, undefined);
  const field = 'field' in fact ? (record === undefined ? undefined : method.records?.[record]?.fields?.[fact.field]) ?? method.fields[fact.field] : 'record' in fact && fact.show !== undefined ? method.records?.[fact.record]?.fields?.[fact.show] : undefined;
  return field?.personal ? field : undefined;
}
