import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bases, type Directory, type DirectoryContents, type Rules, type Scenario, ScenarioFile, compileMethod, directoryOfCast, embeddedDirectory, parseInstant, parseMethod, wordsOf } from '@bihuan/core';
import type { DemoLogin, People } from '@bihuan/adapters/http';
import type { DistrictPlan } from './demo-manifest.ts';
import { methodsFolder } from './places.ts';
import { StartFailure } from './start-failure.ts';

/** Everyone in the demo has this one; it opens nothing but the demo. */
export const demoPassword = 'bihuan-demo';

const administrator: DemoLogin = { username: 'admin', password: demoPassword, role: { zh: '系统管理员', en: 'Administrator' }, name: '管理员' };

/** A district to look at: its method, its people, its story, and the moment at which the visitor comes in. */
export interface DemoDistrict {
  /** The method's id; also the tenant's. */
  readonly id: string;
  readonly rules: Rules;
  readonly directory: Directory;
  /** What the directory holds. */
  readonly known: DirectoryContents;
  readonly scenario: Scenario;
  readonly people: readonly string[];
  /** Who changes people, posts and methods in the demo; holds no post. */
  readonly administrator: DemoLogin;
  /** One for each role: whoever is busiest in the story. */
  readonly logins: readonly DemoLogin[];
  /** The first working morning after the story's last moment. */
  readonly begins: number;
}

/** Reads the district of a plan: a method file, a scenario file with its cast, one scenario of it. What stands against it is one sentence. */
export function demoDistrict(plan: DistrictPlan): DemoDistrict {
  const method = parseMethod(json(plan.method), { bases: baseOf });
  const file = ScenarioFile.safeParse(json(plan.demo));
  if (!method.ok) throw new StartFailure({ zh: `工作法文件“${plan.method}”有 ${method.issues.length} 处问题，请运行 bihuan check`, en: `The method file "${plan.method}" has ${method.issues.length} findings: run bihuan check` });
  if (!file.success) throw new StartFailure({ zh: `演示文件“${plan.demo}”格式不正确`, en: `The demo file "${plan.demo}" is not well formed` });
  const scenario = file.data.scenarios[plan.scenario];
  if (scenario === undefined) {
    throw new StartFailure({ zh: `“${plan.demo}”里没有情景“${plan.scenario}”`, en: `"${plan.demo}" has no scenario "${plan.scenario}"` });
  }
  const rules = compileMethod(method.value);
  const cast = scenario.cast ?? file.data.cast;
  const known: DirectoryContents = { ...directoryOfCast(cast), people: [{ id: administrator.username, name: administrator.name }] };
  return {
    id: method.value.id, rules, scenario, administrator, directory: embeddedDirectory(known), known,
    people: [...new Set(Object.values(cast.posts).map(({ person }) => person)), administrator.username],
    logins: loginsOf(rules, cast.posts, scenario),
    begins: morningAfter(rules, scenario, plan.begins),
  };
}

/** The people of a demo as a directory of its own begins with them. */
export function peopleOf({ known: { units, posts, people = [] } }: Pick<DemoDistrict, 'known'>): People {
  const names = new Map([...posts.map(({ person, name }) => [person, name ?? person] as const), ...people.map(({ id, name }) => [id, name] as const)]);
  return { units, posts: posts.map(({ name: _name, ...post }) => post), people: [...names].map(([id, name]) => ({ id, name })) };
}

function loginsOf({ vocabulary }: Rules, posts: (typeof ScenarioFile)['_zod']['output']['cast']['posts'], scenario: Scenario): DemoLogin[] {
  const busy = new Map<string, number>();
  for (const { as } of scenario.timeline) if (as !== undefined) busy.set(as, (busy.get(as) ?? 0) + 1);
  return [...vocabulary.roles].flatMap(([name, role]) => {
    const [post] = Object.entries(posts).filter(([, each]) => each.role === name).sort(([a], [b]) => (busy.get(b) ?? 0) - (busy.get(a) ?? 0));
    return post === undefined ? [] : [{ username: post[1].person, password: demoPassword, role, name: wordsOf(post[1].name ?? post[1].person).zh }];
  });
}

function morningAfter({ calendar }: Rules, { timeline }: Scenario, begins: string): number {
  const last = Math.max(...timeline.map(({ at }) => parseInstant(at, calendar.zone)!));
  const today = calendar.nextWorkingDay(calendar.zone.localDayOf(last));
  const morning = calendar.zone.instantOf(today, begins);
  return morning > last ? morning : calendar.zone.instantOf(calendar.addWorkingDays(today, 1), begins);
}

/** What a method extends, by `id@version`: another of the shipped files. */
export const baseOf: Bases = (ref) => {
  const file = `${ref.split('@')[0]}.json`;
  if (!existsSync(join(methodsFolder, file))) return undefined;
  const base = json(file) as Readonly<Record<string, unknown>>;
  return `${String(base['id'])}@${String(base['version'])}` === ref ? base : undefined;
};

function json(name: string): unknown {
  const path = join(methodsFolder, name);
  if (!existsSync(path)) throw new StartFailure({ zh: `还没有文件“${name}”`, en: `There is no file "${name}" yet` });
  return JSON.parse(readFileSync(path, 'utf8'));
}
