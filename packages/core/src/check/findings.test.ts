import { describe, expect, it } from 'vitest';
import { findingCodes, severityOf, type FindingCode } from '../issues/finding-params.ts';
import { findingText } from '../method/finding.ts';
import { mergePatch } from '../method/merge-patch.ts';
import { dutyRows } from './fixtures/duty-rows.ts';
import office from './fixtures/office.json' with { type: 'json' };
import { checkMethod, parseMethod } from './parse-method.ts';

const T = { zh: '某', en: 'some' };
const REPORT = { at: '2021-10-08T09:00', as: 'wang', do: 'report' };
type Row = readonly [code: FindingCode, when: string, patch: unknown, at: string, mend?: string];
const base = (ref: string): unknown => (ref === 'office@1.0.0' ? office : ref === 'loop@1.0.0' ? { ...office, id: 'loop', extends: 'loop@1.0.0' } : undefined);

/** Each code, broken out of the sound method by a small patch: where it is found, and what it says to write instead. */
const rows: readonly Row[] = [
  ['shape.unknown-key', 'a key is misspelt', { actions: { call: { lables: T } } }, '/actions/call/lables'],
  ['shape.unknown-key', 'the key of a fact is misspelt', { conditions: { 'is-hard': { answer: null, anwser: 'class' } } }, '/conditions/is-hard/anwser', 'answer'],
  ['shape.missing-key', 'a required key is missing', { steps: { received: { label: null } } }, '/steps/received'],
  ['shape.wrong-type', 'a list stands where a text should', { steps: { received: { label: ['登记'] } } }, '/steps/received/label'],
  ['shape.not-one-of', 'an enum is misspelt', { fields: { 'order-no': { kind: 'txt' } } }, '/fields/order-no/kind', 'text'],
  ['shape.bad-name', 'a name is written with an underscore', { fields: { Order_No: { label: T, kind: 'text' } } }, '/fields/Order_No', 'order-no'],
  ['shape.wrong-form', 'a version has two parts', { version: '1.0' }, '/version'],
  ['shape.wrong-form', 'a share is a decimal', { conditions: { 'is-hard': { answer: null, is: null, share: { field: 'amount' }, of: { field: 'amount' }, min: '0.66' } } }, '/conditions/is-hard/min', '66%'],
  ['shape.wrong-form', 'a month has no such day', { calendar: { seasons: { summer: { from: '02-30' } } } }, '/calendar/seasons/summer/from'],
  ['shape.out-of-range', 'a rung rings no times', { clocks: { close: { ladder: { over: { every: '1 day', times: 0 } } } } }, '/clocks/close/ladder/over/times'],
  ['shape.empty', 'a line has no step', { kinds: { problem: { line: [] } } }, '/kinds/problem/line'],
  ['shape.empty', 'an office that never opens: no working hour would ever pass', { calendar: { hours: [] } }, '/calendar/hours'],
  ['shape.empty', 'an office that is closed on one of its days, of which the week would say so', { calendar: { hours: { mon: [] } } }, '/calendar/hours/mon'],
  ['shape.empty', 'a season in which the office never opens', { calendar: { seasons: { summer: { hours: [] } } } }, '/calendar/seasons/summer/hours'],
  ['shape.no-form', 'a condition says nothing', { conditions: { 'is-hard': { answer: null, is: null, colour: 'red' } } }, '/conditions/is-hard'],
  ['duration.unreadable', 'a limit is mistyped in Chinese', { clocks: { 'reply-supervision': { limit: '2紧急工作时' } } }, '/clocks/reply-supervision/limit', '2 working hours'],
  ['duration.unreadable', 'a limit is mistyped in English', { clocks: { 'reply-supervision': { limit: '5 workingdays' } } }, '/clocks/reply-supervision/limit', '5 working days'],

  ['extends.unknown-base', 'the base is not there', { extends: 'nobody@1.0.0' }, '/extends'],
  ['extends.no-version', 'the base has no exact version', { extends: 'office@^1' }, '/extends'],
  ['extends.cycle', 'a base extends itself', { extends: 'loop@1.0.0' }, '/extends'],

  ['name.unknown', 'a step is misspelt', { actions: { refuse: { to: 'hndling' } } }, '/actions/refuse/to', 'handling'],
  ['name.unknown', 'an answer is misspelt', { conditions: { 'is-hard': { is: 'hrad' } } }, '/conditions/is-hard/is', 'hard'],
  ['name.unknown', 'a field of a record is misspelt', { ledgers: { worksheet: { columns: { result: { show: { show: 'outcom' } } } } } }, '/ledgers/worksheet/columns/result/show/show', 'outcome'],
  ['name.unknown', 'a choice that is compared is misspelt', { classifications: { lane: { rules: { 'small-road': { when: { all: [{ field: 'topic', is: 'raod' }] } } } } } }, '/classifications/lane/rules/small-road/when/all/0/is', 'road'],
  ['name.unknown', 'an output is misspelt', { endings: { solved: { labels: { output: 'zeor' } } } }, '/endings/solved/labels/output', 'zero'],
  ['name.unknown', 'a field inside `where` is misspelt', { endings: { solved: { requires: { answered: { if: { where: { field: 'satisfid', is: true } } } } } } }, '/endings/solved/requires/answered/if/where/field', 'satisfied'],
  ['name.unknown', 'a limit is given for no answer', { clocks: { handle: { limit: { is: { urgnet: '1 day' } } } } }, '/clocks/handle/limit/is/urgnet', 'urgent'],
  ['name.unknown', 'a board shows no such metric', { boards: { month: { metrics: ['enterd'] } } }, '/boards/month/metrics/0', 'entered'],
  ['name.unknown', 'the cast holds no such role', { cast: { posts: { wang: { role: 'clrek' } } } }, '/cast/posts/wang/role', 'clerk'],
  ['name.unknown', 'an expected requirement is not there', { tests: { 'left-out': { timeline: [{ at: '2021-10-08T09:00', expect: { missing: { solved: ['reslt'] } } }] } } }, '/tests/left-out/timeline/0/expect/missing/solved/0', 'result'],
  ['name.twice', 'a column is listed twice', { ledgers: { worksheet: { order: ['source', 'content', 'content', 'result', 'person'] } } }, '/ledgers/worksheet/order/2'],
  ['order.incomplete', 'a column is in no order', { ledgers: { worksheet: { order: ['source', 'content', 'result'] } } }, '/ledgers/worksheet/order'],
  ['value.wrong-kind', 'a text is compared with a number', { conditions: { 'is-hard': { answer: null, is: 3, field: 'content' } } }, '/conditions/is-hard/is'],
  ['value.wrong-kind', 'a number is compared with a text', { classifications: { lane: { rules: { 'small-road': { when: { all: null, field: 'amount', below: '1000' } } } } } }, '/classifications/lane/rules/small-road/when/below'],
  ['value.wrong-kind', 'a record is set to a value of another kind', { actions: { accept: { leaves: { acceptance: { set: { passed: 'yes' } } } } } }, '/actions/accept/leaves/acceptance/set/passed'],
  ['value.wrong-kind', 'a limit is a field that is no day', { clocks: { close: { limit: { field: 'content' } } } }, '/clocks/close/limit/field'],
  ['value.wrong-kind', 'a clock starts on the day in a text', { clocks: { again: { label: T, starts: { field: 'content', day: true }, stops: { action: 'call' }, limit: '1 day' } } }, '/clocks/again/starts/field'],
  ['comparison.does-not-fit', 'a text is ordered', { metrics: { entered: { of: { action: null, min: 3, field: 'content' } } } }, '/metrics/entered/of/min'],
  ['comparison.does-not-fit', 'a multiple choice is equal to one', { metrics: { entered: { of: { action: null, min: null, record: 'consultation', show: 'parties', is: 'department' } } } }, '/metrics/entered/of/is', 'has'],
  ['input.collision', 'two records of one action have a field of the same name', { actions: { accept: { leaves: { reason: {}, note: {} } } }, records: { note: { label: T, fields: { text: { label: T, kind: 'text' } } } } }, '/actions/accept/leaves/note'],
  ['use.cycle', 'a condition uses itself', { conditions: { 'is-hard': { answer: null, is: null, use: 'is-hard' } } }, '/conditions/is-hard'],
  ['clock.cycle', 'two clocks follow from one another', { clocks: { close: { limit: { field: null, after: '1 day', of: 'milestone' } } } }, '/clocks/close/limit'],
  ['level.cycle', 'a level lies in itself', { levels: { street: { in: 'community' } } }, '/levels/street'],
  ['ask.cycle', 'an ask is of whoever answers it', { asks: { lead: { of: { post: null, ask: 'supervise' } } } }, '/asks/lead/of'],
  ['parameter.unset', 'a parameter has no value', { parameters: { 'first-call': { value: null } } }, '/parameters/first-call'],
  ['time-zone.unknown', 'the zone is misspelt', { timeZone: 'Asia/Shanhai' }, '/timeZone'],
  ['span.backwards', 'office hours end before they begin', { calendar: { hours: ['12:00-08:30'] } }, '/calendar/hours/0'],
  ['span.overlap', 'office hours overlap', { calendar: { hours: ['08:30-12:00', '11:00-17:30'] } }, '/calendar/hours/1'],

  ['kind.no-opening', 'no action opens a kind', { kinds: { other: { label: T, sources: ['survey'], line: ['received'] } } }, '/kinds/other'],
  ['kind.no-way-in', 'nobody may open a kind, and no other case does', { kinds: { other: { label: T, sources: [], line: ['received'] } }, links: { whole: { label: T, from: 'other', to: 'problem' } }, actions: { gather: { label: T, opens: 'other', by: [{ link: 'whole' }] } } }, '/kinds/other'],
  ['kind.two-openings', 'two actions open one kind', { actions: { again: { label: T, opens: 'problem', by: ['clerk'] } } }, '/kinds/problem'],
  ['action.opening-from', 'an opening action says from where', { actions: { report: { from: ['received'] } } }, '/actions/report/from'],
  ['line.first-conditional', 'the first step has a condition', { steps: { received: { when: { use: 'is-hard' } } } }, '/kinds/problem/line/0'],
  ['step.unreached', 'nothing leads to a step', { actions: { 'report-result': { to: null } } }, '/steps/accepting'],
  ['step.no-way-out', 'nothing leads out of a step', { actions: { call: { to: null } } }, '/steps/received'],
  ['action.never', 'what an action requires is never recorded', { actions: { refuse: { requires: { polled: { say: T, if: { record: 'poll' } } } } }, records: { poll: { label: T } } }, '/actions/refuse/requires/polled'],
  ['action.never', 'who may act is never asked', { actions: { 'hand-over': { asks: null } } }, '/actions/send-back/by'],
  ['action.never', 'its condition cannot hold', { actions: { refuse: { when: { answer: 'mood', is: 'good' } } }, classifications: { mood: { label: T, by: 'person', answers: { good: T } } } }, '/actions/refuse/when'],
  ['ending.unreached', 'nothing leads to an ending', { endings: { merged: { label: T, outcome: 'merged' } } }, '/endings/merged'],
  ['ending.never-met', 'an ending requires a record that nobody leaves', { endings: { solved: { requires: { polled: { say: T, if: { records: 'poll', count: { min: 1 } } } } } }, records: { poll: { label: T } } }, '/endings/solved/requires/polled'],
  ['ending.never-met', 'an ending requires of its only kind a record that nobody leaves', { endings: { solved: { requires: { polled: { say: T, when: { case: 'kind', is: 'problem' }, if: { record: 'poll' } } } } }, records: { poll: { label: T } } }, '/endings/solved/requires/polled'],
  ['ending.never-met', 'an ending requires what is only recorded after it', { endings: { solved: { requires: { looked: { say: T, if: { record: 'look-back' } } } } }, records: { 'look-back': { label: T } }, actions: { 'look-back': { label: T, after: ['solved'], by: ['clerk'], leaves: { 'look-back': {} } } } }, '/endings/solved/requires/looked'],
  ['ending.no-answer', 'nothing answers the reporter before an ending', { records: { reason: { serves: null }, answer: { serves: null } } }, '/endings/solved'],
  ['clock.never-starts', 'nothing starts a clock', { clocks: { 'first-contact': { starts: { action: null, ask: 'lead', as: 'refused' } } } }, '/clocks/first-contact/starts'],
  ['clock.never-stops', 'nothing stops a clock', { actions: { call: { leaves: { contact: null } } } }, '/clocks/first-contact/stops'],
  ['rung.before-start', 'a warning stands before the start', { clocks: { handle: { ladder: { half: { at: { before: '3 working days' } } } } } }, '/clocks/handle/ladder/half/at/before'],
  ['rung.before-start', 'a warning in other units stands before the start', { clocks: { 'first-contact': { ladder: { soon: { at: { before: '1 day' }, raises: true } } } } }, '/clocks/first-contact/ladder/soon/at/before'],
  ['rung.after-ending', 'a rung comes after one that ends the case', { clocks: { close: { ladder: { over: { asks: null, ends: 'not-entered' }, later: { at: { after: '2 days' }, raises: true } } } } }, '/clocks/close/ladder/later'],
  ['rung.asks-nobody', 'a rung asks what somebody would have to choose', { clocks: { close: { ladder: { over: { asks: { lead: {} } } } } } }, '/clocks/close/ladder/over/asks/lead'],
  ['rung.no-due', 'a clock without a limit has a ladder', { clocks: { handle: { limit: 'none' } } }, '/clocks/handle/ladder/half'],
  ['effects.loop', 'a clock that is due at once starts itself anew', { clocks: { close: { starts: [{ action: 'admit' }, { clock: 'close', at: 'broken' }] } } }, '/clocks/close'],
  ['extension.too-long', 'an extension is longer than the limit', { clocks: { close: { limit: '3 working days', again: null }, milestone: null } , actions: { 'grant-longer': { clocks: { close: { extend: '5 working days' } } } } }, '/actions/grant-longer/clocks/close/extend'],
  ['rule.hidden', 'a rule comes after one that always matches', { classifications: { lane: { order: ['rest', 'small-road'] } } }, '/classifications/lane/rules/small-road'],
  ['rule.overlap', 'two rules hold at once where one may', { classifications: { wording: { rules: { other: { when: { in: ['urgent', 'hard', 'new'] } } } } } }, '/classifications/wording/rules/other'],
  ['classification.gap', 'an answer has no rule', { classifications: { wording: { rules: { other: { when: { in: ['hard'] } } } } } }, '/classifications/wording'],
  ['classification.cannot-tell', 'a rule asks for a text', { classifications: { lane: { rules: { 'small-road': { when: { all: [{ field: 'content', is: '路' }, { record: 'contact', show: 'how', is: { fact: { field: 'content' } } }] } } } } } }, '/classifications/lane'],
  ['shape.missing-key', 'a table without an order tries its rules in none', { classifications: { lane: { order: null } } }, '/classifications/lane'],
  ['classification.unanswered', 'no action answers a classification', { classifications: { mood: { label: T, by: 'person', answers: { good: T } } } }, '/classifications/mood'],
  ['ask.unasked', 'nothing asks an ask', { asks: { verify: { label: T, of: { role: 'clerk' } } } }, '/asks/verify'],
  ['ask.no-answerer', 'nobody can reply to an ask', { actions: { 'reply-order': null } }, '/asks/supervise'],
  ['role.unused', 'a role is not used', { roles: { guest: { label: T, at: ['street'] } } }, '/roles/guest'],
  ['field.untaken', 'no action takes a field', { fields: { mood: { label: T, kind: 'text' } } }, '/fields/mood'],
  ['record.unleft', 'no action leaves a record', { records: { poll: { label: T } } }, '/records/poll'],
  ['source.unused', 'no kind takes a source', { sources: { walk: { label: T } } }, '/sources/walk'],
  ['condition.unused', 'a condition is not used', { conditions: { spare: { case: 'reporter' } } }, '/conditions/spare'],
  ['parameter.unused', 'a parameter is not used', { parameters: { spare: { label: T, kind: 'duration', value: '1 day' } } }, '/parameters/spare'],
  ['personal.shown', 'a ledger shows a personal field', { ledgers: { worksheet: { columns: { content: { show: { field: 'reporter-address' } } } } } }, '/ledgers/worksheet/columns/content/show'],
  ['limit.answer-missing', 'a limit leaves an answer out', { clocks: { handle: { limit: { otherwise: null, is: { hard: null } } } } }, '/clocks/handle/limit'],
  ['rung.times-alone', 'a rung says how often, but not after how long', { clocks: { close: { ladder: { soon: { at: { before: '1 day' }, raises: true, times: 3 } } } } }, '/clocks/close/ladder/soon/times'],
  ['target.above-one', 'a share is wanted in percent', { metrics: { satisfied: { target: { min: 90 } } } }, '/metrics/satisfied/target/min', '0.9'],
  ['kind.edits', 'what corrects a field ends the case', { kinds: { problem: { edits: 'leave-out' } } }, '/kinds/problem/edits'],
  ['name.unknown', 'what refuses is misspelt', { tests: { 'left-out': { timeline: [{ ...REPORT, expect: { refused: 'input.mising' } }] } } }, '/tests/left-out/timeline/0/expect/refused', 'input.missing'],
  ['name.unknown', 'a scenario fills in what is not asked for', { tests: { 'left-out': { timeline: [{ ...REPORT, with: { contents: '地基下陷' } }] } } }, '/tests/left-out/timeline/0/with/contents', 'content'],
  ['name.unknown', 'a scenario hands over to a post that nobody has', { tests: { 'left-out': { timeline: [REPORT, { at: '2021-10-08T10:00', as: 'li', do: 'hand-over', with: { lead: 'zhoa' } }] } } }, '/tests/left-out/timeline/1/with/lead', 'zhao'],
  ['timeline.back', 'a timeline goes back', { tests: { 'left-out': { timeline: [REPORT, { at: '2021-10-07T09:00' }] } } }, '/tests/left-out/timeline/1/at'],
  ['timeline.not-opened', 'a case is acted on before it is opened', { tests: { 'left-out': { timeline: [{ ...REPORT, case: 'roof' }, { at: '2021-10-08T10:00', case: 'rof', as: 'wang', do: 'call' }] } } }, '/tests/left-out/timeline/1/case', 'roof'],
  ['shape.wrong-form', 'a period cannot be read', { tests: { 'left-out': { timeline: [{ ...REPORT, period: '2021年10月' }] } } }, '/tests/left-out/timeline/0/period'],
  ['silence.unused', 'a silence hides nothing', { silenced: { it: { code: 'role.unused', at: '/roles/clerk', because: T } } }, '/silenced/it'],
  ['silence.unknown-code', 'a silence names no check', { silenced: { it: { code: 'role.unsued', at: '/roles/clerk', because: T } } }, '/silenced/it/code'],
  ['silence.error', 'a silence names an error', { silenced: { it: { code: 'step.unreached', at: '/steps/handling', because: T } } }, '/silenced/it/code'],
];

describe('a sound method', () => {
  it('has no finding', () => expect(checkMethod(office)).toEqual([]));
});

describe('a broken method', () => {
  it.each(rows.map((row) => ({ row })))('$row.0: $row.1', ({ row: [code, , patch, at, mend] }) => {
    const found = checkMethod(mergePatch(office, patch), { bases: base });
    const hit = found.find((each) => each.code === code && each.pointer === at);
    expect(hit, JSON.stringify(found.map((each) => [each.code, each.pointer]))).toBeDefined();
    expect(hit?.instead).toBe(mend);
    expect(hit?.severity).toBe(severityOf(code));
    const { zh, en } = findingText(hit!);
    expect(zh).toMatch(/[一-鿿]/);
    expect(en).not.toMatch(/undefined|\[object Object/);
  });

  it('does not weigh a requirement that may not apply', () => {
    for (const when of [{ field: 'topic', is: 'road' }, { case: 'kind', not: 'problem' }, { case: 'step', is: 'received' }]) {
      const found = checkMethod(mergePatch(office, { endings: { solved: { requires: { polled: { say: T, when, if: { record: 'poll' } } } } }, records: { poll: { label: T } } }));
      expect(found.map(({ code }) => code)).toEqual(['record.unleft']);
    }
  });

  it('shows every code in this table or that of duties, but for those of texts, which have tests of their own', () => {
    const elsewhere: readonly FindingCode[] = ['json.unreadable', 'json.duplicate-key', 'extends.deletes-nothing'];
    expect(findingCodes.filter((code) => ![...rows, ...dutyRows].some(([each]) => each === code) && !elsewhere.includes(code))).toEqual([]);
  });

  it('tells everything at once, also where one part has no shape', () => {
    const found = checkMethod(mergePatch(office, { steps: { received: { label: null } }, actions: { refuse: { to: 'hndling' } }, clocks: { handle: { ladder: { half: { at: { before: '9 working days' } } } } } }));
    expect(found.map(({ code }) => code)).toEqual(['shape.missing-key', 'name.unknown', 'rung.before-start']);
  });

  it('blocks on an error and only tells a warning', () => {
    expect(parseMethod(mergePatch(office, { actions: { refuse: { to: 'hndling' } } })).ok).toBe(false);
    const warned = parseMethod(mergePatch(office, { roles: { guest: { label: T, at: ['street'] } } }));
    expect(warned.ok && warned.findings.map(({ code }) => code)).toEqual(['role.unused']);
  });

  it('hides what is silenced with a reason', () => {
    const patch = { roles: { guest: { label: T, at: ['street'] } }, silenced: { guest: { code: 'role.unused', at: '/roles/guest', because: '明年启用' } } };
    expect(checkMethod(mergePatch(office, patch))).toEqual([]);
  });

  it('wants a reason for a silence', () => {
    const patch = { roles: { guest: { label: T, at: ['street'] } }, silenced: { guest: { code: 'role.unused', at: '/roles/guest' } } };
    expect(checkMethod(mergePatch(office, patch)).map(({ code }) => code)).toContain('shape.missing-key');
  });
});
