import { evolve } from '../case/evolve.ts';
import type { CaseEvent, CaseState } from '../case/messages.ts';
import { sign } from '../case/posts.ts';
import type { Rules } from '../case/rules.ts';
import { accept, issue } from '../issues/issue.ts';
import type { Issue, Result } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import type { LedgerTable } from '../queries/figures.ts';
import { issuedRows } from '../queries/ledger.ts';
import { withEntries } from './case-entries.ts';
import { readContext, repeated } from './commands.ts';
import type { Desk } from './desk.ts';
import type { CommandContext } from './engine-types.ts';
import { gatherFacts } from './gather-facts.ts';
import { project } from './project.ts';
import type { KeyEntry } from './store-port.ts';
import type { IssuedList } from './street-types.ts';

/** What an issued list is kept as: a log of its own with one event, which holds its rows as text. */
const listKind = 'list';

/** Issues a ledger for a period: from then on its rows are what was published. Once for each period and unit. */
export const issueList = async (
  desk: Desk, rules: Rules, table: LedgerTable, options: { readonly period?: string; readonly within?: string }, context: CommandContext,
): Promise<Result<IssuedList>> => {
  const read = await readContext(desk, context, ['issue', table.name, options]);
  if (!read.ok) return read;
  const { by, at, key } = read.value;
  const before = key && await repeatedList(desk, rules, key);
  if (before) return before;
  const refused = async (one: Issue): Promise<Result<never>> => {
    if (key) await desk.store.remember(desk.tenant, { ...key, outcome: JSON.stringify({ issues: [one] }) });
    return { ok: false, issues: [one] };
  };
  const schema = rules.method.ledgers![table.name]!;
  const { label } = table;
  if (schema.issued === undefined) return refused(issue('ledger.not-issued', ['ledger'], { ledger: label }));
  const unit = options.within ?? by.posts.find((held) => schema.issued!.by.includes(held.role))?.unit ?? '';
  const facts = await gatherFacts(desk, rules, { units: [unit] });
  const path = facts.units[unit]?.path ?? [unit];
  const post = by.posts.find((held) => schema.issued!.by.includes(held.role) && path.includes(held.unit));
  if (post === undefined) {
    const who = schema.issued.by.map((role) => wordsOf(rules.method.roles[role]?.label ?? role));
    return refused(issue('ledger.not-yours', ['ledger'], { ledger: label, who }));
  }
  const { period } = options;
  const id = `${listKind}:${table.name}:${period ?? ''}:${unit}`;
  const level = facts.units[unit]?.level ?? '';
  const event: CaseEvent = {
    v: 1, type: 'issued', seq: 1, at, recorded: at, by: sign(by, post),
    changes: [
      {
        type: 'opened', id, method: { id: rules.method.id, version: rules.method.version }, kind: listKind, source: table.name, home: unit, holder: unit,
        levels: { home: level, holder: level }, step: '', edition: rules.calendar.edition,
      },
      { type: 'issued', ledger: table.name, ...(period !== undefined && { period }), ...issuedRows(table) },
    ],
  };
  const state: CaseState = evolve(undefined, event);
  const appended = await desk.store.append({
    tenant: desk.tenant, writes: [withEntries(desk.book, { caseId: id, expected: 0, events: [event], state, row: project(rules, state, facts) })], ...(key && { key: { ...key, outcome: JSON.stringify({ id }) } }),
  });
  if (appended.ok) return accept(listOf(rules, event));
  if (appended.why === 'version') return refused(issue('ledger.issued-already', ['period'], { ledger: label, period: period ?? '' }));
  return (appended.why === 'key' && await repeatedList(desk, rules, key!)) || { ok: false, issues: [issue('store.busy', [], {})] };
};

/** What came of the same command before, if there was one. */
const repeatedList = async (desk: Desk, rules: Rules, key: KeyEntry): Promise<Result<IssuedList> | undefined> => {
  const before = await repeated(desk, key);
  return before?.ok ? accept(await listIn(desk, rules, before.value.id)) : before;
};

const listIn = async (desk: Desk, rules: Rules, id: string): Promise<IssuedList> => listOf(rules, (await desk.store.history(desk.tenant, id))[0]!);

/** The lists of a ledger that were issued, the last first. */
export const issuedLists = async (desk: Desk, rules: Rules, ledger: string): Promise<readonly IssuedList[]> => {
  const { rows } = await desk.store.list(desk.tenant, {
    of: 'subjects', where: [{ on: 'kind', op: 'is', value: listKind }, { on: 'source', op: 'is', value: ledger }], sort: [{ by: 'opened', order: 'desc' }],
  });
  return Promise.all(rows.map(({ id }) => listIn(desk, rules, id)));
};

const listOf = (rules: Rules, event: CaseEvent): IssuedList => {
  const opened = event.changes.find((change) => change.type === 'opened')!;
  const { ledger, period, columns, rows } = event.changes.find((change) => change.type === 'issued')!;
  const by = 'by' in event ? event.by.name ?? event.by.person : undefined;
  return {
    id: opened.id, ledger, label: wordsOf(rules.method.ledgers?.[ledger]?.label ?? ledger), unit: opened.home, at: event.at, columns, rows,
    ...(period !== undefined && { period }), ...(by !== undefined && { by }),
  };
};
