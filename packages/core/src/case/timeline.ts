import { match } from 'ts-pattern';
import type { Words } from '../issues/issue.ts';
import type { Text } from '../method/names.ts';
import { wordsOf } from '../method/words.ts';
import { endingLabel } from './endings.ts';
import { evolve } from './evolve.ts';
import { dueText } from './explain-clocks.ts';
import type { TimelineLine } from './explanation.ts';
import { addresseeWords, namesIn, replyWords, textOf } from './fact-words.ts';
import { linkLabel } from './explain-links.ts';
import { kindLabel } from './may-act.ts';
import type { CaseEvent, CaseState, Change, ClockHow } from './messages.ts';
import type { Rules } from './rules.ts';

/** The history as people read it: one line an event, with what followed from it; from the first to the last. */
export const timeline = (rules: Rules, events: readonly CaseEvent[]): TimelineLine[] => {
  let state: CaseState | undefined;
  return events.map((event) => {
    const after = evolve(state, event);
    state = after;
    return {
      seq: event.seq, at: event.at, recorded: event.recorded, ...(event.day !== undefined && { day: event.day }),
      title: titleOf(rules, event),
      ...(event.type !== 'elapsed' && { by: {
        name: event.by.name ?? event.by.person,
        ...(event.by.role !== undefined && { role: label(rules.method.roles, event.by.role) }), ...(event.by.unit !== undefined && { unit: event.by.unit }),
      } }),
      details: event.changes.flatMap((change) => {
        const text = detailOf(rules, change, after);
        return text === undefined ? [] : [{ type: change.type, text }];
      }),
    };
  });
};

const label = (part: Readonly<Record<string, { label: Text }>> | undefined, name: string): Words => wordsOf(part?.[name]?.label ?? name);

const titleOf = (rules: Rules, event: CaseEvent): Words =>
  match(event)
    .returnType<Words>()
    .with({ type: 'acted' }, ({ action }) => label(rules.method.actions, action))
    .with({ type: 'elapsed' }, ({ clock, rung }) => {
      const name = clockLabel(rules, clock);
      const ladder = rules.method.clocks?.[baseName(clock)]?.ladder;
      const step = rung === undefined ? undefined : ladder?.[rung]?.label ?? rung;
      return step === undefined
        ? { zh: `${name.zh}：到期`, en: `${name.en}: end reached` }
        : { zh: `${name.zh}：${wordsOf(step).zh}`, en: `${name.en}: ${wordsOf(step).en}` };
    })
    .with({ type: 'linked' }, () => ({ zh: '被关联', en: 'Linked' }))
    .with({ type: 'moved' }, () => ({ zh: '迁移到新版本', en: 'Moved to a newer version' }))
    .with({ type: 'issued' }, () => ({ zh: '发布清单', en: 'List issued' }))
    .with({ type: 'revealed' }, () => ({ zh: '查看个人信息', en: 'Personal data seen' }))
    .with({ type: 'erased' }, ({ because }) => ({ zh: `删除个人信息（${because}）`, en: `Personal data erased (${because})` }))
    .with({ type: 'informed' }, ({ edition }) => ({ zh: `日历更新（${edition}）`, en: `Calendar updated (${edition})` }))
    .exhaustive();

const hows: Readonly<Record<ClockHow, Words>> = {
  'started': { zh: '起算', en: 'started' }, 'restarted': { zh: '重新起算', en: 'started anew' }, 'resumed': { zh: '恢复计时', en: 'resumed' },
  'held': { zh: '中止计时', en: 'held' }, 'extended': { zh: '延长', en: 'extended' }, 'moved': { zh: '期限变更', en: 'due time moved' },
  'met': { zh: '按期', en: 'kept' }, 'broken': { zh: '超期', en: 'overdue' }, 'stopped-late': { zh: '逾期完成', en: 'done late' },
  'rung': { zh: '到达预警点', en: 'rung reached' }, 'void': { zh: '不再计时', en: 'no longer counts' },
  'exempt': { zh: '剔除', en: 'exempt' },
};

const detailOf = (rules: Rules, change: Change, state: CaseState): Words | undefined =>
  match(change)
    .returnType<Words | undefined>()
    .with({ type: 'opened' }, ({ source }) => (source === '' ? undefined : pair({ zh: '来源', en: 'Source' }, label(rules.method.sources, source))))
    .with({ type: 'field' }, ({ name, value }) => pair(label(rules.method.fields, name), value === null ? { zh: '（清空）', en: '(cleared)' } : textOf(rules, { field: name }, value, namesIn(state))))
    .with({ type: 'record' }, ({ record }) => {
      const fields = rules.method.records?.[record.name]?.fields;
      const parts = Object.entries(record.values).map(([name, value]) => pair(label(fields, name), textOf(rules, { record: record.name, show: name }, value, namesIn(state))));
      const all = { zh: parts.map((part) => part.zh).join('；'), en: parts.map((part) => part.en).join('; ') };
      return parts.length === 0 ? label(rules.method.records, record.name) : { zh: `${label(rules.method.records, record.name).zh}（${all.zh}）`, en: `${label(rules.method.records, record.name).en} (${all.en})` };
    })
    .with({ type: 'record-withdrawn' }, ({ id }) => pair({ zh: '撤回记录', en: 'Record withdrawn' }, { zh: id, en: id }))
    .with({ type: 'answer' }, ({ name, answer }) => {
      const texts = answer.is !== undefined ? [textOf(rules, { answer: name }, answer.is)] : Object.values(answer.outputs ?? {});
      return pair(label(rules.method.classifications, name), { zh: texts.map((text) => text.zh).join('、'), en: texts.map((text) => text.en).join(', ') });
    })
    .with({ type: 'asked' }, ({ ask }) => pair(label(rules.method.asks, ask.name), addresseeWords(rules, ask.to)))
    .with({ type: 'replied' }, ({ name, as }) => pair(label(rules.method.asks, name), replyWords(rules, name, as)))
    .with({ type: 'clock' }, ({ how, clock }) => {
      if (how === 'rung') return undefined;
      if (how === 'exempt' && clock.exempt) {
        const { why } = clock.exempt;
        return { zh: `${clockLabel(rules, clock.id).zh}：${hows.exempt.zh}（${why.zh}）`, en: `${clockLabel(rules, clock.id).en}: ${hows.exempt.en} (${why.en})` };
      }
      const due = clock.due === undefined || clock.stopped !== undefined ? { zh: '', en: '' } : { zh: `，期限 ${dueText(rules, clock.due).zh}`, en: `, due ${dueText(rules, clock.due).en}` };
      const late = clock.lateFromTheStart && how !== 'met' ? { zh: '（制定时已过期）', en: ' (past already when laid out)' } : { zh: '', en: '' };
      return { zh: `${clockLabel(rules, clock.id).zh}：${hows[how].zh}${due.zh}${late.zh}`, en: `${clockLabel(rules, clock.id).en}: ${hows[how].en}${due.en}${late.en}` };
    })
    .with({ type: 'told' }, ({ to, text }) => {
      const whom = to.map((one) => addresseeWords(rules, one));
      return { zh: `通知${whom.map((one) => one.zh).join('、')}：${text.zh}`, en: `Told ${whom.map((one) => one.en).join(', ')}: ${text.en}` };
    })
    .with({ type: 'raised' }, ({ to }) => pair({ zh: '上交', en: 'Handed up to' }, { zh: to, en: to }))
    .with({ type: 'linked' }, ({ link }) => pair(linkLabel(rules, link), { zh: link.case, en: link.case }))
    .with({ type: 'spawned' }, ({ id, kind }) => pair({ zh: `另立${kindLabel(rules, kind).zh}`, en: `Opened: ${kindLabel(rules, kind).en}` }, { zh: id, en: id }))
    .with({ type: 'moved' }, ({ from, to }) => pair({ zh: '版本', en: 'Version' }, { zh: `${from} → ${to}`, en: `${from} → ${to}` }))
    .with({ type: 'issued' }, ({ ledger, period = '', rows }) => pair(label(rules.method.ledgers, ledger), { zh: `${period} 共 ${rows.length} 行`.trim(), en: `${period} ${rows.length} rows`.trim() }))
    .with({ type: 'step' }, ({ to }) => pair({ zh: '转入', en: 'Moved to' }, label(rules.method.steps, to)))
    .with({ type: 'ended' }, ({ ending }) => {
      const rule = rules.endings.get(ending);
      return pair({ zh: '结束', en: 'Ended' }, rule ? endingLabel(rules, rule, state) : wordsOf(ending));
    })
    .with({ type: 'reopened' }, () => ({ zh: '重新打开', en: 'Reopened' }))
    .exhaustive();

const pair = (name: Words, value: Words): Words => ({ zh: `${name.zh}：${value.zh}`, en: `${name.en}: ${value.en}` });

/** A clock's own name: its id without the ask that it belongs to and without the round. */
const baseName = (id: string): string => id.replace(/[@~].*$/, '');

const clockLabel = (rules: Rules, id: string): Words => label(rules.method.clocks, baseName(id));
