import { readFileSync } from 'node:fs';
import { compileMethod, directoryOfCast, MethodSchema, parseInstant, ScenarioFile } from '@bihuan/core';
import type { ActCommand, Actor, CaseState, Facts, OpenCommand, Post } from '@bihuan/core';

/** The urgent matter of the scenarios of 1330: eight commands by five people, from the call to the end. */
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../packages/core/methods/${file}`, import.meta.url), 'utf8'));
export const method = MethodSchema.parse(read('1330.json'));
export const rules = compileMethod(method);
const file = ScenarioFile.parse(read('1330.scenarios.json'));
const timeline = file.scenarios['urgent']!.timeline;

export const directory = directoryOfCast(file.cast!);
const postOf = (id: string): Post => directory.posts.find((post) => post.id === id)!;
export const actorOf = (id: string): Actor => {
  const { person, name } = postOf(id);
  return { person, ...(name !== undefined && { name }), posts: directory.posts.filter((post) => post.person === person) };
};
export const facts: Facts = {
  units: { yingchunli: { level: 'community', path: ['yingchunli', 'zhenhua', 'pingcheng'] } },
  posts: { worker: postOf('worker') },
};
const instants = timeline.map(({ at }) => parseInstant(at, rules.calendar.zone)!);

/** The matters of a hundred callers; every one goes the same way. */
export const lives: readonly { readonly open: OpenCommand; readonly acts: readonly ActCommand[] }[] = Array.from({ length: 100 }, (_, n) => {
  const [{ as, source, home, reporter, with: input }] = timeline as unknown as [{ as: string; source: string; home: string; reporter: object; with: Record<string, unknown> }];
  return {
    open: {
      type: 'open', id: `c-${n}`, source: source, home: home, reporter: reporter, by: actorOf(as), at: instants[0]!,
      input: { ...input, 'order-no': `DT2021100800${n}`, content: `家中暖气不热，请尽快检修（${n}）` },
    },
    acts: timeline.slice(1).map((entry, k): ActCommand => ({ type: 'act', action: entry.do!, input: entry.with ?? {}, by: actorOf(entry.as!), at: instants[k + 1]! })),
  };
});

/** Where the case stands after each command, written down by hand from the article's way of working. */
export const stepsAfter = ['contact', 'screening', 'scheduling', 'handling', 'handling', 'accepting', 'accepting', 'solved'] as const;
export const standing = (state: CaseState): string => state.ended?.ending ?? state.step;

/** The due times that follow, reckoned by hand from the arrangement of 2021 (9 October is worked). */
export const duesByHand: Readonly<Record<string, string>> = {
  'first-contact': '2021-10-08T09:30:00+08:00', close: '2021-10-30T00:00:00+08:00', 'measures-ready': '2021-10-16T00:00:00+08:00', 'result-ready': '2021-10-27T00:00:00+08:00',
};

/** The same eight steps for machines that know states, roles and one required field: all that they are asked to do. */
export interface Step { readonly action: string; readonly role: string; readonly field: string; readonly from: string; readonly to: string }
const froms = ['new', ...stepsAfter.slice(0, -1)];
export const steps: readonly Step[] = timeline.map((entry, n) => ({
  action: entry.do!, role: postOf(entry.as!).role, field: Object.keys(entry.with ?? {}).find((name) => name !== 'order-no')!, from: froms[n]!, to: stepsAfter[n]!,
}));

/** A command as those machines get it. */
export interface PlainCommand { readonly type: string; readonly role: string; readonly person: string; readonly at: number; readonly input: Readonly<Record<string, unknown>> }
export const plainCommands: readonly PlainCommand[] = timeline.map((entry, n) => ({
  type: entry.do!, role: postOf(entry.as!).role, person: postOf(entry.as!).person, at: instants[n]!, input: entry.with ?? {},
}));
/** The wrong role, and the field missing: each machine has to refuse both. */
export const notAllowed: readonly PlainCommand[] = [
  { ...plainCommands[0]!, role: 'party-committee' }, { ...plainCommands[0]!, input: {} },
];
