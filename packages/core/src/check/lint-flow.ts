import { finding, type Finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { couldHold } from './could-hold.ts';
import { mustHold } from './must-hold.ts';
import { isFor, isSubject, laterSteps, whyNot, type Life } from './life.ts';

export interface Lives { readonly kind: string; readonly before: Life; readonly whole: Life }

/** Steps that nothing reaches or leaves, actions that can never be taken. */
export function lintFlow(method: Method, lives: readonly Lives[]): readonly Finding[] {
  const never = Object.keys(method.actions).flatMap((name) => neverTaken(method, name, lives));
  const unreached = Object.keys(method.steps).filter((step) => !lives.some(({ whole }) => whole.steps.has(step)));
  const roots = unreached.filter((step) => !leadsTo(method, step, new Set(never.map(({ path }) => String(path[1])))));
  return [
    ...never,
    ...(never.length > 0 || roots.length > 0 ? roots : unreached).map((step) => finding('step.unreached', ['steps', step], { step: wordsOf(method.steps[step]!.label) })),
    ...Object.keys(method.steps).flatMap((step) => noWayOut(method, step, lives)),
  ];
}

/** An action whose steps are not reached is not said again: the step is. */
function neverTaken(method: Method, name: string, lives: readonly Lives[]): readonly Finding[] {
  const action = method.actions[name]!;
  const label = wordsOf(action.label);
  const reasons = lives.map(({ whole }) => whyNot(method, name, whole));
  if (reasons.some((reason) => reason === undefined) || reasons.length === 0) return [];
  const reason = reasons.find((each) => each !== 'kind' && each !== 'from') ?? (reasons.includes('from') ? 'from' : 'kind');
  const path: Path = ['actions', name];
  if (reason === 'kind') return [finding('action.never', path, { action: label, why: { zh: '没有适用的事项类型', en: 'it is for no kind' } })];
  if (reason === 'from') {
    const endingsOnly = action.from === undefined && action.after !== undefined;
    return endingsOnly ? [finding('action.never', [...path, 'after'], { action: label, why: { zh: '所列结果都到不了', en: 'none of its endings is reached' } })] : [];
  }
  if (reason === 'link') return [finding('action.never', [...path, 'by'], { action: label, why: { zh: '关联的另一侧没有写它随之进行', en: 'no link says that it follows' } })];
  if (reason === 'by') return [finding('action.never', [...path, 'by'], { action: label, why: { zh: '能操作的人从未被派单', en: 'nobody who may take it is ever asked' } })];
  if (typeof reason === 'object' && 'requires' in reason) {
    const { say } = action.requires![reason.requires]!;
    return [finding('action.never', [...path, 'requires', reason.requires], { action: label, why: { zh: `要求“${wordsOf(say).zh}”无法满足`, en: `"${wordsOf(say).en}" cannot come true` } })];
  }
  return [finding('action.never', [...path, 'when'], { action: label, why: { zh: '出现条件不会成立', en: 'its condition cannot hold' } })];
}

/** Does something lead to an unreached step, though it cannot happen? Then that is the cause, and it is told on its own. */
function leadsTo(method: Method, step: string, never: ReadonlySet<string>): boolean {
  return Object.entries(method.actions).some(([name, action]) => {
    if (action.opens !== undefined || action.to === undefined) return false;
    const from = action.from ?? [];
    const starts = typeof action.to === 'object' ? [action.to.after] : action.to === 'next' ? from : [];
    const hit = action.to === step || Object.keys(method.kinds).some((kind) => starts.some((each) => laterSteps(method, kind, each).includes(step)));
    return hit && (never.has(name) || !from.includes(step));
  });
}

function noWayOut(method: Method, step: string, lives: readonly Lives[]): readonly Finding[] {
  const stuck = lives.some(({ kind, whole }) => whole.steps.has(step) && !isLeft(method, kind, step));
  return stuck ? [finding('step.no-way-out', ['steps', step], { step: wordsOf(method.steps[step]!.label) })] : [];
}

function isLeft(method: Method, kind: string, step: string): boolean {
  const leaves = ({ to, ends }: { to?: string | { after: string } | undefined; ends?: string | undefined }): boolean =>
    ends !== undefined || (to === 'next' ? laterSteps(method, kind, step).length > 0 : to !== undefined && to !== step);
  const byAction = Object.values(method.actions).some((action) => {
    if (!isFor(action, kind, method) || !leaves(action)) return false;
    if (action.opens !== undefined) return method.kinds[kind]?.line[0] === step && action.to !== undefined;
    return action.from?.includes(step) ?? action.after === undefined;
  });
  return byAction || Object.values(method.clocks ?? {}).some((clock) => (clock.kinds?.includes(kind) ?? true) && Object.values(clock.ladder ?? {}).some(leaves));
}

/** Endings that nothing leads to, that can never be met, or that leave the reporter without a word. */
export function lintEndings(method: Method, lives: readonly Lives[]): readonly Finding[] {
  return Object.entries(method.endings).flatMap(([name, ending]): readonly Finding[] => {
    const label = wordsOf(ending.label);
    const path: Path = ['endings', name];
    const actions = Object.values(method.actions).filter(({ ends }) => ends === name);
    const byItself = Object.values(method.clocks ?? {}).some(({ ladder }) => Object.values(ladder ?? {}).some(({ ends }) => ends === name));
    if (actions.length === 0 && !byItself) return [finding('ending.unreached', path, { ending: label })];
    const reaching = lives.flatMap(({ before, whole }) => (before.endings.has(name) ? [before] : whole.endings.has(name) ? [whole] : []));
    if (reaching.length === 0) return [];
    const unmet = Object.entries(ending.requires ?? {}).flatMap(([key, { when, if: wanted, say }]) =>
      !reaching.some((life) => (when !== undefined && !mustHold(when, life, method)) || couldHold(wanted, life, method))
        ? [finding('ending.never-met', [...path, 'requires', key], { ending: label, say: wordsOf(say) })] : []);
    // A register entry owes nobody an answer; a case does, so it cannot be struck off.
    const cases = reaching.filter(({ kind }) => !isSubject(method, kind));
    const [struck] = ending.outcome === 'removed' ? cases : [];
    if (struck !== undefined) return [...unmet, finding('ending.removed-case', [...path, 'outcome'], { ending: label, kind: wordsOf(method.kinds[struck.kind]!.label) })];
    const serves = (record: string): boolean => method.records?.[record]?.serves !== undefined;
    const answered = byItself || cases.length === 0 || cases.some((life) => [...life.records].some(serves));
    return [...unmet, ...(answered ? [] : [finding('ending.no-answer', path, { ending: label })])];
  });
}
