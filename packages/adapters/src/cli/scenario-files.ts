import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { findingText, parseScenarios, readJson, wordsOf } from '@bihuan/core';
import type { Cast, Method, Result, Scenario, Text, Words } from '@bihuan/core';
import { readText } from './files.ts';
import { readMethod, shippedFolder } from './method-files.ts';
import { sentences } from './sentences.ts';

/** One scenario with the method that it is played on, and the people in it. */
export interface Play { readonly file: string; readonly name: string; readonly scenario: Scenario; readonly method: Method; readonly cast: Cast }

/** A fact that a scenario file says must be shown, of its method. */
export interface WantedFact { readonly method: string; readonly fact: string; readonly text: Words }

export interface FoundPlays { readonly plays: readonly Play[]; readonly facts: readonly WantedFact[]; readonly problems: readonly Words[] }

/** Everything that can be played: of a folder its methods' own tests and scenario files, of a method also the scenario file beside it. */
export const findPlays = async (paths: readonly string[]): Promise<FoundPlays> => {
  const files = new Set<string>();
  const problems: Words[] = [];
  for (const path of paths) for (const file of await filesAt(path, problems)) files.add(file);
  const plays: Play[] = [];
  const facts: WantedFact[] = [];
  for (const file of files) {
    const found = await playsIn(file);
    if (!found.ok) {
      problems.push(...found.issues);
      continue;
    }
    plays.push(...found.value.plays);
    facts.push(...found.value.facts);
  }
  return { plays, facts, problems };
};

const filesAt = async (path: string, problems: Words[]): Promise<string[]> => {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch {
    problems.push(sentences.fileMissing(path));
    return [];
  }
  if (!isFolder) {
    const beside = path.replace(/(\.scenarios)?\.json$/, '.scenarios.json');
    return beside !== path && existsSync(beside) ? [path, beside] : [path];
  }
  const names = await readdir(path, { recursive: true });
  const inside = names.filter((name) => name.endsWith('.json') && !/(^|\/)(node_modules|dist)\//.test(name)).map((name) => join(path, name)).sort();
  const kept: string[] = [];
  for (const file of inside) if (file.endsWith('.scenarios.json') || await isTestedMethod(file)) kept.push(file);
  return kept;
};

/** Of whatever else lies in a folder, only what calls itself a method and has tests. */
const isTestedMethod = async (file: string): Promise<boolean> => {
  const read = await readText(file);
  const content = read.ok ? readJson(read.value.text).value : undefined;
  return typeof content === 'object' && content !== null && 'id' in content && 'version' in content && ('tests' in content || 'extends' in content);
};

type FilePlays = Pick<FoundPlays, 'plays' | 'facts'>;

const playsIn = async (file: string): Promise<Result<FilePlays, Words>> => {
  const read = await readText(file);
  if (!read.ok) return read;
  const { value, findings } = readJson(read.value.text);
  if (value === undefined) return { ok: false, issues: findings.map((found) => inFile(file, findingText(found))) };
  return typeof value === 'object' && value !== null && 'scenarios' in value ? ofScenarioFile(file, value) : ofMethod(file);
};

const ofMethod = async (file: string): Promise<Result<FilePlays, Words>> => {
  const read = await soundMethod(file);
  if (!read.ok) return read;
  const method = read.value;
  return plays(file, method, method.tests ?? {}, method.cast, {});
};

const ofScenarioFile = async (file: string, value: object): Promise<Result<FilePlays, Words>> => {
  const home = methodBeside(file, value);
  if (!home.ok) return home;
  const read = await soundMethod(home.value);
  if (!read.ok) return read;
  const parsed = parseScenarios(value, read.value);
  if (!parsed.ok) return { ok: false, issues: parsed.issues.map((found) => inFile(file, findingText(found))) };
  return plays(file, read.value, parsed.value.scenarios, parsed.value.cast, parsed.value.facts ?? {});
};

/** The method that a scenario file names: `ID.json` beside it, or a shipped one. */
export const methodBeside = (file: string, scenarioFile: object): Result<string, Words> => {
  const id = 'method' in scenarioFile ? String(scenarioFile.method) : '';
  const home = [dirname(file), shippedFolder()].map((folder) => join(folder, `${id}.json`)).find((path) => existsSync(path));
  return home === undefined ? { ok: false, issues: [sentences.methodNotBeside(id, file)] } : { ok: true, value: home };
};

const soundMethod = async (file: string): Promise<Result<Method, Words>> => {
  const read = await readMethod(resolve(file));
  if (!read.ok) return read;
  const { method, findings } = read.value;
  if (method) return { ok: true, value: method };
  return { ok: false, issues: findings.filter(({ severity }) => severity === 'error').map((found) => inFile(file, findingText(found))) };
};

const plays = (file: string, method: Method, scenarios: Readonly<Record<string, Scenario>>, shared: Cast | undefined, facts: Readonly<Record<string, Text>>): Result<FilePlays, Words> => {
  const found: Play[] = [];
  for (const [name, scenario] of Object.entries(scenarios)) {
    const own = scenario.cast;
    if (own === undefined && shared === undefined) return { ok: false, issues: [inFile(file, { zh: `${name}：${sentences.noCast.zh}`, en: `${name}: ${sentences.noCast.en}` })] };
    const cast = { units: { ...shared?.units, ...own?.units }, posts: { ...shared?.posts, ...own?.posts } };
    found.push({ file, name, scenario, method, cast });
  }
  return { ok: true, value: { plays: found, facts: Object.entries(facts).map(([fact, text]) => ({ method: method.id, fact, text: wordsOf(text) })) } };
};

const inFile = (file: string, { zh, en }: Words): Words => ({ zh: `${basename(file)}：${zh}`, en });
