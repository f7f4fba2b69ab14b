import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Method, parseMethod, wordsOf, writeJson } from '@bihuan/core';
import type { MethodFile, StudioPort } from '@bihuan/adapters/http';
import { baseOf } from './demo-district.ts';
import type { KeptStudio } from './kept-studio.ts';
import { methodsFolder } from './places.ts';
import { StartFailure } from './start-failure.ts';

const read = (name: string): string => readFileSync(join(methodsFolder, name), 'utf8');

let files: readonly MethodFile[] | undefined;

/** The shipped methods, each as its file has it; one that extends another is written out whole. */
export const methodFiles = (): readonly MethodFile[] => files ??= readdirSync(methodsFolder).filter((name) => /^[^.]+\.json$/.test(name)).sort().flatMap((name): MethodFile[] => {
  const text = read(name);
  const parsed = parseMethod(text, { bases: baseOf });
  if (!parsed.ok) return [];
  const { id, version, label } = parsed.value;
  return [{ id, version, label: wordsOf(label), text: Object.hasOwn(JSON.parse(text) as object, 'extends') ? writeJson(parsed.value) : text }];
});

/** The scenarios that lie beside a method's file. */
export function scenariosOf(method: string): Pick<StudioPort, 'scenarios'> {
  const name = method.replace(/\.json$/, '.scenarios.json');
  return existsSync(join(methodsFolder, name)) ? { scenarios: read(name) } : {};
}

/** The versions that were published in the studio, checked again by this server. */
export async function publishedMethods(studio: KeptStudio): Promise<readonly Method[]> {
  const methods: Method[] = [];
  for (const { version } of await studio.versions()) {
    const parsed = parseMethod(await studio.text(version) ?? '');
    if (!parsed.ok) throw new StartFailure({ zh: `已发布的版本 ${version} 有 ${parsed.issues.length} 处问题，本程序不能运行它`, en: `The published version ${version} has ${parsed.issues.length} findings: this program cannot run it` });
    methods.push(parsed.value);
  }
  return methods;
}
