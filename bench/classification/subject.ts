import { compileTable, vocabularyOf } from '@bihuan/core';
import type { Scope } from '@bihuan/core';
import { compileFirstRule } from '../../packages/core/src/rules/index.ts';
import { agree, keep, measure, over } from '../harness/measure.ts';
import type { Contender, Pace } from '../harness/measure.ts';
import { bestPeer, comparison, named, ns, percent, target, times, wrongOnes } from '../harness/report.ts';
import type { Report } from '../harness/report.ts';
import { cases } from './cases.ts';
import { classify } from './limit.ts';
import { cel, jsonLogicBuilt, jsonLogicEngine, jsonLogicJs, jsonRulesEngine } from './peers.ts';
import { classification as table, method } from './table.ts';

const expected = cases.map(classify);
const vocabulary = vocabularyOf(method);
const time = { dayOf: () => '', formatMoment: () => '', add: <T>(value: T): T => value };
const firstRule = compileFirstRule(table, vocabulary, time);
const decide = compileTable(table, vocabulary, time);
const scopes: readonly Scope[] = cases.map((fields, n) => ({
  at: 0,
  state: {
    id: `c-${n}`, kind: 'matter', source: 'hotline', step: 'reported', home: 'u', holder: 'u', levels: { home: '', holder: '' }, opened: 0,
    fields: fields as unknown as Scope['state']['fields'], answers: {}, records: [], asks: [], clocks: {}, links: [], done: {},
  },
}));

const next = (at: number): number => (at + 1 === cases.length ? 0 : at + 1);
let at = 0;

const contenders: readonly Contender[] = [
  {
    name: 'limit: if/else by hand', role: 'limit', check: () => agree(expected, (n) => classify(cases[n]!)),
    run: (count) => { for (let n = 0; n < count; n++) { keep(classify(cases[at]!)); at = next(at); } return count; },
  },
  {
    name: 'bihuan, rule only', role: 'ours', check: () => agree(expected, (n) => firstRule(scopes[n]!)),
    run: (count) => { for (let n = 0; n < count; n++) { keep(firstRule(scopes[at]!)); at = next(at); } return count; },
  },
  {
    name: 'bihuan, with trace', role: 'ours', note: 'every rule tried, and the first part of each that failed',
    check: () => agree(expected, (n) => traced(n)),
    run: (count) => { for (let n = 0; n < count; n++) { keep(decide(scopes[at]!)); at = next(at); } return count; },
  },
  {
    name: 'json-logic-engine, build', role: 'peer', note: 'runs strings as code', check: () => agree<unknown>(expected, (n) => jsonLogicBuilt(cases[n]!)),
    run: (count) => { for (let n = 0; n < count; n++) { keep(jsonLogicBuilt(cases[at]!)); at = next(at); } return count; },
  },
  { name: 'json-logic-engine, interpreted', role: 'peer', check: () => agree<unknown>(expected, (n) => jsonLogicEngine(cases[n]!)), run: over(cases, jsonLogicEngine) },
  { name: '@marcbachmann/cel-js', role: 'peer', note: 'parsed once', check: () => agree<unknown>(expected, (n) => cel(cases[n]!)), run: over(cases, cel) },
  { name: 'json-logic-js', role: 'peer', check: () => agree<unknown>(expected, (n) => jsonLogicJs(cases[n]!)), run: over(cases, jsonLogicJs) },
  {
    name: 'json-rules-engine', role: 'peer', note: 'explains; stopped at the first match',
    check: async () => {
      const answers: (string | undefined)[] = [];
      for (const fields of cases) answers.push(await jsonRulesEngine(fields));
      return agree(expected, (n) => answers[n]);
    },
    run: async (count) => { for (let n = 0; n < count; n++) { keep(await jsonRulesEngine(cases[at]!)); at = next(at); } return count; },
  },
];

/** The rule that the trace names, if the rules that it missed are exactly those before it. */
const traced = (n: number): string | undefined => {
  const { trace } = decide(scopes[n]!);
  const before = Object.keys(table.rules!).slice(0, Object.keys(table.rules!).indexOf(trace.hit[0] ?? ''));
  return trace.missed.map(({ rule }) => rule).join() === before.join() ? trace.hit[0] : undefined;
};

export const classification = async (pace: Pace): Promise<Report> => {
  const rows = await measure(contenders, pace);
  const [limit, only, explained, rulesEngine] = ['limit: if/else by hand', 'bihuan, rule only', 'bihuan, with trace', 'json-rules-engine'].map((name) => named(rows, name)) as [
    typeof rows[number], typeof rows[number], typeof rows[number], typeof rows[number]];
  return {
    title: 'Classification: 12 rules, the first that matches, a case of ten fields, 1,000 different cases',
    tables: [comparison(rows, 'ns'), `Best peer that is right: ${bestPeer(rows)?.name ?? 'none'}.`],
    rows: { classification: rows },
    targets: [
      target('classify, rule only, without running strings as code', '≥ 50 % of the limit', percent(limit.ns / only.ns), limit.ns / only.ns >= 0.5),
      target('classify with the full explanation', '≤ 450 ns', `${ns(explained.ns)} ns`, explained.ns <= 450),
      target('classify with the full explanation', '≥ 80 × json-rules-engine', times(rulesEngine.ns / explained.ns), rulesEngine.ns / explained.ns >= 80),
    ],
    wrong: wrongOnes('classification', rows),
  };
};
