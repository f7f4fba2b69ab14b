import { issue } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import { includes, sideOf } from './compile-links.ts';
import type { SpawnRule } from './compile-links.ts';
import type { Draft } from './draft.ts';
import type { CaseLink, Facts, OpenCommand } from './messages.ts';
import type { GivenInput } from './read-inputs.ts';
import type { Rules } from './rules.ts';

const beyond = (side: 'from' | 'to'): 'from' | 'to' => (side === 'from' ? 'to' : 'from');

/** Links the case to those that were chosen for it. */
export const linkChosen = (rules: Rules, draft: Draft, inputs: readonly GivenInput[], issues: Issue[]): void => {
  for (const { input, value } of inputs) {
    if (input.goes.to !== 'link') continue;
    const schema = rules.method.links?.[input.goes.link];
    const side = schema && sideOf(schema, draft.state.kind);
    if (schema === undefined || side === undefined) continue;
    for (const other of typeof value === 'string' ? [value] : value as readonly string[]) linkTo(rules, draft, { link: input.goes.link, side, case: other, at: draft.on.at }, issues);
  }
};

/** One further link, unless it is there already, or the link allows but one. */
export const linkTo = (rules: Rules, draft: Draft, link: CaseLink, issues: Issue[]): void => {
  const { links } = draft.state;
  if (links.some((one) => one.link === link.link && one.case === link.case && one.side === link.side)) return;
  const schema = rules.method.links?.[link.link];
  if (schema?.one && link.side === 'from' && links.some((one) => one.link === link.link && one.side === 'from')) {
    issues.push(issue('link.only-one', ['links', link.link], { link: wordsOf(schema.label) }));
  } else draft.apply({ type: 'linked', link });
};

/** Opens further cases: decided here with everything that they need, opened with the same write. */
export const spawnCases = (rules: Rules, draft: Draft, spawns: readonly SpawnRule[], scope: Scope, facts: Facts, issues: Issue[]): void => {
  const { state } = draft;
  spawns.forEach((spawn, place) => {
    const id = facts.ids?.[place];
    if (!spawn.when(scope) || id === undefined) return;
    const read = spawn.home?.(scope);
    const home = typeof read === 'string' ? read : state.home;
    const schema = spawn.link === undefined ? undefined : rules.method.links?.[spawn.link];
    // Where both kinds can stand on both sides, it is the new case that names the old one.
    const side = schema && (includes(schema.to, state.kind) ? 'to' : sideOf(schema, state.kind));
    const link = spawn.link !== undefined && side !== undefined ? { link: spawn.link, side: beyond(side) } : undefined;
    draft.apply({
      type: 'spawned', id, action: spawn.action, kind: spawn.kind, source: spawn.source ?? '', home, input: spawn.gives(scope),
      ...(link && { link }), ...(spawn.reporter && state.reporter && { reporter: state.reporter }),
    });
    if (link && side !== undefined) linkTo(rules, draft, { link: link.link, side, case: id, at: draft.on.at }, issues);
  });
};

/** A new case's own links: to the one that opened it, and to those that are the same matter. */
export const linkNew = (rules: Rules, draft: Draft, { spawned }: OpenCommand, facts: Facts, issues: Issue[]): void => {
  const { at } = draft.on;
  if (spawned?.link) linkTo(rules, draft, { ...spawned.link, case: spawned.from, at }, issues);
  for (const [link, others] of Object.entries(facts.same ?? {})) {
    // Of several that are the same matter, a link that allows but one is to the newest; one that is linked already stays so.
    const one = rules.method.links?.[link]?.one === true;
    const linked = draft.state.links.some((each) => each.link === link && each.side === 'from');
    for (const other of one ? others.slice(0, linked ? 0 : 1) : others) linkTo(rules, draft, { link, side: 'from', case: other, at }, issues);
  }
};
