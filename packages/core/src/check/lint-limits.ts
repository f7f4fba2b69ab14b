import { finding, type Finding } from '../method/finding.ts';
import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';

/** A limit by answer that leaves an answer out, rungs that ring several times without a stretch between, shares that are wanted above one. */
export const lintLimits = (method: Method): readonly Finding[] => [...answers(method), ...rungs(method), ...targets(method)];

/** What has no limit runs without an end: `none` says that it is meant so. */
const answers = (method: Method): readonly Finding[] => Object.entries(method.clocks ?? {}).flatMap(([name, { label, limit }]): readonly Finding[] => {
  if (typeof limit !== 'object' || !('answer' in limit) || limit.otherwise !== undefined) return [];
  const left = Object.entries(method.classifications?.[limit.answer]?.answers ?? {}).filter(([answer]) => !Object.hasOwn(limit.is, answer));
  return left.length === 0 ? [] : [finding('limit.answer-missing', ['clocks', name, 'limit'], { clock: wordsOf(label), answers: left.map(([, words]) => wordsOf(words)) })];
});

const rungs = (method: Method): readonly Finding[] => Object.entries(method.clocks ?? {}).flatMap(([name, { ladder }]) => Object.entries(ladder ?? {}).flatMap(([key, { label, times, every }]) =>
  (times === undefined || times === 1 || every !== undefined ? [] : [finding('rung.times-alone', ['clocks', name, 'ladder', key, 'times'], { rung: label === undefined ? key : wordsOf(label).zh })])));

const targets = (method: Method): readonly Finding[] => Object.entries(method.metrics ?? {}).flatMap(([name, { label, share, target }]) =>
  (['min', 'max'] as const).flatMap((end) => {
    const given = target?.[end];
    return share === undefined || given === undefined || given <= 1 ? []
      : [finding('target.above-one', ['metrics', name, 'target', end], { metric: wordsOf(label), given }, given <= 100 ? String(Number((given / 100).toPrecision(12))) : undefined)];
  }));

/** Fields are corrected by an action that does nothing else to the case. */
export const lintEdits = (method: Method): readonly Finding[] => Object.entries(method.kinds).flatMap(([name, { label, edits }]) => {
  const action = edits === undefined ? undefined : method.actions[edits];
  const does: readonly Words[] = action === undefined ? [] : [
    ...(action.opens === undefined ? [] : [{ zh: '登记新事项', en: 'opens a case' }]),
    ...(action.ends === undefined ? [] : [{ zh: '结束事项', en: 'ends it' }]),
    ...(action.to === undefined ? [] : [{ zh: '转到别的环节', en: 'moves it to another step' }]),
    ...(action.raises === undefined ? [] : [{ zh: '上交一级', en: 'hands it up' }]),
  ];
  return does.length === 0 ? [] : [finding('kind.edits', ['kinds', name, 'edits'], { kind: wordsOf(label), action: wordsOf(action!.label), does })];
});
