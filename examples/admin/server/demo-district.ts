import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Directory, type Rules, type Scenario, ScenarioFile, compileMethod, directoryOfCast, embeddedDirectory, parseInstant, parseMethod, wordsOf } from '@bihuan/core';
import type { DemoLogin } from '@bihuan/adapters/http';
import { adminFolder, methodFile } from './places.ts';
import { StartFailure } from './start-failure.ts';

/** Everyone in the demo has this one; it opens nothing but the demo. */
export const demoPassword = 'bihuan-demo';

/** A district to look at: its method, its people, its story, and the moment at which the visitor comes in. */
export interface DemoDistrict {
  readonly rules: Rules;
  readonly directory: Directory;
  readonly scenario: Scenario;
  readonly people: readonly string[];
  /** One for each role: whoever is busiest in the story. */
  readonly logins: readonly DemoLogin[];
  /** The first working morning after the story's last moment. */
  readonly begins: number;
}

interface Manifest { readonly method: string; readonly demo: string; readonly scenario: string; readonly begins: string }

/** Reads the district that `demo.json` names: a method file, a scenario file with its cast, one scenario of it. */
export function demoDistrict(manifestFile = join(adminFolder, 'demo.json')): DemoDistrict {
  const manifest = json(manifestFile) as Manifest;
  const method = parseMethod(json(methodFile(manifest.method)));
  const file = ScenarioFile.safeParse(json(methodFile(manifest.demo)));
  if (!method.ok) throw new StartFailure({ zh: `工作法文件“${manifest.method}”有 ${method.issues.length} 处问题，请运行 bihuan check`, en: `The method file "${manifest.method}" has ${method.issues.length} findings: run bihuan check` });
  if (!file.success) throw new StartFailure({ zh: `演示文件“${manifest.demo}”格式不正确`, en: `The demo file "${manifest.demo}" is not well formed` });
  const scenario = file.data.scenarios[manifest.scenario];
  if (scenario === undefined) {
    throw new StartFailure({ zh: `“${manifest.demo}”里没有情景“${manifest.scenario}”`, en: `"${manifest.demo}" has no scenario "${manifest.scenario}"` });
  }
  const rules = compileMethod(method.value);
  const { posts } = scenario.cast ?? file.data.cast;
  return {
    rules, scenario, directory: embeddedDirectory(directoryOfCast(scenario.cast ?? file.data.cast)),
    people: [...new Set(Object.values(posts).map(({ person }) => person))],
    logins: loginsOf(rules, posts, scenario),
    begins: morningAfter(rules, scenario, manifest.begins),
  };
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

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
