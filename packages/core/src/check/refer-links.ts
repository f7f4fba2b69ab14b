import { finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import type { LinkSchema, Giving } from '../method/link-schema.ts';
import { wordsOf } from '../method/words.ts';
import { shapeOfFact } from '../rules/index.ts';
import { actionInputs } from './action-inputs.ts';
import { ofWhat } from './known-names.ts';
import { sameFamily } from './fact-families.ts';
import { kindWords, referCondition, referFact, referLiteral, type Referring } from './refer-conditions.ts';

type Action = Method['actions'][string];

/** The kinds of case, or the subject, that an action is for. */
export function kindsOf(action: Action, method: Method): readonly string[] {
  if (action.on !== undefined) return [action.on];
  return action.opens !== undefined ? [action.opens] : action.kinds ?? Object.keys(method.kinds);
}

/** A side of a link, as a list. */
export const sideOf = (link: LinkSchema, side: 'from' | 'to'): readonly string[] => [link[side]].flat();

/** How cases belong together: both sides are kinds or subjects, what agrees is a field, what follows is an action of the other side. */
export function referLinkSection(method: Method, at: Referring): void {
  for (const [name, link] of Object.entries(method.links ?? {})) {
    const path: Path = ['links', name];
    for (const side of ['from', 'to'] as const) {
      sideOf(link, side).forEach((kind, i) => at.known.needAny(['kinds', 'subjects'], kind, Array.isArray(link[side]) ? [...path, side, i] : [...path, side]));
    }
    at.known.needAll('fields', link.same?.fields, [...path, 'same', 'fields']);
    const near = link.same?.near;
    if (near && at.known.need('fields', near.field, [...path, 'same', 'near', 'field']) && method.fields[near.field]?.kind !== 'point') {
      at.known.out.push(finding('value.wrong-kind', [...path, 'same', 'near', 'field'], { expected: { zh: '地图上的点', en: 'a place on the map' }, given: near.field }));
    }
    at.known.needAll('endings', link.same?.endings, [...path, 'same', 'endings']);
    for (const [action, following] of Object.entries(link.follows ?? {})) referFollowing(name, link, action, following, method, at);
  }
}

type Following = NonNullable<LinkSchema['follows']>[string];

/** The action is for a kind of the other side, and lets itself be taken by the link. */
function referFollowing(name: string, link: LinkSchema, key: string, { of, after, gives }: Following, method: Method, at: Referring): void {
  const { known } = at;
  const path: Path = ['links', name, 'follows', key];
  const [section, causes] = 'ending' in after ? ['endings', after.ending] as const : ['actions', after.action] as const;
  const cause = 'ending' in after ? 'ending' : 'action';
  [causes].flat().forEach((each, i) => known.need(section, each, [...path, 'after', cause, ...(Array.isArray(causes) ? [i] : [])]));
  const action = known.need('actions', key, path) ? method.actions[key] : undefined;
  if (action === undefined) return;
  const other = sideOf(link, of === 'from' ? 'to' : 'from');
  const words = { link: wordsOf(link.label), action: wordsOf(action.label) };
  if (action.opens !== undefined || !kindsOf(action, method).some((kind) => other.includes(kind))) {
    known.out.push(finding('follows.wrong-side', path, words));
  } else if (!action.by.some((doer) => typeof doer === 'object' && 'link' in doer && doer.link === name)) {
    known.out.push(finding('follows.not-allowed', path, words, { zh: `在该操作的 by 里加上 { "link": "${name}" }`, en: `Add { "link": "${name}" } to the action's "by"` }));
  }
  referGiving(gives, action, method, path, at);
}

/** Further cases: the key opens them, the link fits both, what is given is asked for there. */
export function referSpawns(action: Action, method: Method, path: Path, at: Referring): void {
  const { known } = at;
  for (const [key, spawn] of Object.entries(action.spawns ?? {})) {
    const here = [...path, 'spawns', key];
    referCondition(spawn.when, [...here, 'when'], at);
    if (spawn.home !== undefined) {
      referFact(spawn.home, [...here, 'home'], at);
      const shape = shapeOfFact(spawn.home, at.vocabulary);
      if (shape !== undefined && shape.kind !== 'unit') known.out.push(finding('value.wrong-kind', [...here, 'home'], { expected: kindWords.unit, given: `“${shape.label.zh}”` }));
    }
    known.need('links', spawn.link, [...here, 'link']);
    const opening = known.need('actions', key, here) ? method.actions[key] : undefined;
    if (opening === undefined) continue;
    if (opening.opens === undefined) {
      known.out.push(finding('spawn.not-opening', here, { action: wordsOf(opening.label) }));
      continue;
    }
    if (spawn.source !== undefined && known.need('sources', spawn.source, [...here, 'source'])) {
      known.oneOf(ofWhat(wordsOf(opening.label), '来源', 'source'), spawn.source, method.kinds[opening.opens]?.sources ?? [], [...here, 'source']);
    }
    const link = spawn.link === undefined ? undefined : method.links?.[spawn.link];
    if (link !== undefined && !kindsOf(action, method).some((kind) => fits(link, kind, opening.opens!))) {
      known.out.push(finding('link.wrong-side', [...here, 'link'], { link: wordsOf(link.label), what: wordsOf(opening.label) }));
    }
    referGiving(spawn.gives, opening, method, here, at);
  }
}

/** Do the two stand on the two sides, whichever? */
const fits = (link: LinkSchema, one: string, other: string): boolean =>
  (sideOf(link, 'from').includes(one) && sideOf(link, 'to').includes(other)) || (sideOf(link, 'from').includes(other) && sideOf(link, 'to').includes(one));

/** Each input that is given is one that the other action asks for, with a value of its kind; and what it certainly wants is given. */
function referGiving(gives: Giving | undefined, action: Action, method: Method, path: Path, at: Referring): void {
  const inputs = new Map(actionInputs(action, method).map((input) => [input.name, input]));
  const names = [...inputs.keys(), ...sourceFields(action, method)];
  for (const [name, value] of Object.entries(gives ?? {})) {
    const here = [...path, 'gives', name];
    const input = at.known.oneOf(ofWhat(wordsOf(action.label), '填报项', 'input'), name, names, here) ? inputs.get(name) : undefined;
    if (typeof value === 'object') {
      referFact(value, here, at);
      const shape = shapeOfFact(value, at.vocabulary);
      if (input !== undefined && shape !== undefined && !sameFamily(shape.kind, input.kind)) {
        at.known.out.push(finding('value.wrong-kind', here, { expected: kindWords[input.kind], given: `“${shape.label.zh}”` }));
      }
    } else if (input !== undefined) {
      referLiteral(value, { kind: input.kind, label: input.label, ...(input.options && { options: new Map(input.options.map((option) => [option, input.label])) }) }, here, at);
    }
  }
  for (const input of inputs.values()) {
    if (input.required && !Object.hasOwn(gives ?? {}, input.name)) {
      at.known.out.push(finding('giving.missing', path, { action: wordsOf(action.label), input: input.label }, { zh: `在 gives 里写上“${input.name}”`, en: `Write "${input.name}" in "gives"` }));
    }
  }
}

const sourceFields = (action: Action, method: Method): readonly string[] =>
  (method.kinds[action.opens ?? '']?.sources ?? []).flatMap((source) => Object.keys(method.sources[source]?.takes ?? {}));
