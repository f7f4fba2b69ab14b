import { finding, type Finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import type { NormSchema } from '../method/norm-schema.ts';
import { wordsOf } from '../method/words.ts';
import { whyNobody } from './norm-reach.ts';

/** Norms that want nothing, or want what cannot be. */
export const lintNorms = (method: Method): readonly Finding[] => Object.entries(method.norms ?? {}).flatMap(([name, norm]) => lintNorm(norm, ['norms', name]));

/** Norms that nobody can keep: what is counted cannot happen where it would count. */
export const lintNormReach = (method: Method): readonly Finding[] => Object.entries(method.norms ?? {}).flatMap(([name, norm]): readonly Finding[] => {
  const why = whyNobody(norm, method);
  return why === undefined ? [] : [finding('norm.never', ['norms', name, 'counts'], { norm: wordsOf(norm.label), why })];
});

function lintNorm(norm: NormSchema, path: Path): readonly Finding[] {
  const { min, max, every, on, over, counts, restDays } = norm;
  const label = { norm: wordsOf(norm.label) };
  return [
    ...(min === undefined && max === undefined ? [finding('norm.no-bounds', path, label)] : []),
    ...(min !== undefined && max !== undefined && min > max ? [finding('norm.min-above-max', [...path, 'min'], { ...label, min, max })] : []),
    ...(every !== undefined && on !== undefined ? [finding('norm.every-and-on', [...path, 'on'], label)] : []),
    ...(restDays !== undefined && every !== 'day' ? [finding('norm.rest-days', [...path, 'restDays'], label)] : []),
    ...(on !== undefined && namesNoDay(on) ? [finding('norm.no-days', [...path, 'on'], label)] : []),
    ...(over !== 'refuse' ? []
      : max === undefined ? [finding('norm.refuse', [...path, 'over'], { ...label, why: { zh: '没有上限（max）', en: 'it has no most ("max")' } })]
      : 'entries' in counts ? [finding('norm.refuse', [...path, 'over'], { ...label, why: { zh: '条目数随时在变，只能报告', en: 'how many entries there are is only reported' } })] : []),
  ];
}

const namesNoDay = ({ monthDays, weekdays, last, workingDays }: NonNullable<NormSchema['on']>): boolean =>
  monthDays === undefined && weekdays === undefined && last === undefined && workingDays === undefined;
