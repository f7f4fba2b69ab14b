import type { Fact } from '../method/condition-schema.ts';
import { finding, type Finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';

/** Personal data in a list or ledger, which may be printed and issued (《个人信息保护法》). */
export function lintPersonal(method: Method): readonly Finding[] {
  const shown = [
    ...Object.entries(method.ledgers ?? {}).map(([name, ledger]) => ({ path: ['ledgers', name], label: wordsOf(ledger.label), columns: ledger.columns })),
    ...(method.list === undefined ? [] : [{ path: ['list'], label: { zh: '列表', en: 'the list' }, columns: method.list.columns }]),
  ];
  return shown.flatMap(({ path, label, columns }) => Object.entries(columns).flatMap(([name, { show }]): readonly Finding[] => {
    const field = personalField(show, method);
    return field === undefined ? [] : [finding('personal.shown', [...path, 'columns', name, 'show'] satisfies Path, { field: wordsOf(field.label), where: label })];
  }));
}

function personalField(fact: Fact, method: Method): Method['fields'][string] | undefined {
  const field = 'field' in fact ? method.fields[fact.field] : 'record' in fact && fact.show !== undefined ? method.records?.[fact.record]?.fields?.[fact.show] : undefined;
  return field?.personal ? field : undefined;
}
