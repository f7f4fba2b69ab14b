import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Text, type Words, wordsOf } from '@bihuan/core';
import type { IntakeOptions } from '@bihuan/adapters/http';
import { adminFolder, methodsFolder } from './places.ts';
import { StartFailure } from './start-failure.ts';

/** A district of the manifest: its files by name, the scenario that is its story, and when on the morning after a visitor comes in. */
interface Entry {
  readonly method: string;
  readonly demo: string;
  readonly scenario: string;
  readonly begins: string;
  /** How residents report; where it is missing they cannot. */
  readonly intake?: Pick<IntakeOptions, 'sources' | 'levels' | 'phone'>;
}

const isEntry = (entry: unknown): entry is Entry =>
  typeof entry === 'object' && entry !== null && ['method', 'demo', 'scenario', 'begins'].every((name) => typeof (entry as Record<string, unknown>)[name] === 'string');

/** A district before its method is checked and its story is played: by what it can be named at once. */
export interface DistrictPlan extends Entry {
  /** The method's id; also the tenant's. */
  readonly id: string;
  readonly label: Words;
}

/** Reads `demo.json`; with `only`, just the districts of these ids. A file that is missing is not left out: its district says so when it is opened. */
export function readManifest(only: readonly string[] = [], file = join(adminFolder, 'demo.json')): readonly DistrictPlan[] {
  const { districts = [] } = JSON.parse(readFileSync(file, 'utf8')) as { districts?: readonly unknown[] };
  if (districts.length === 0 || !districts.every(isEntry)) throw new StartFailure({ zh: `“${file}”格式不正确`, en: `"${file}" is not well formed` });
  const plans = districts.map((entry): DistrictPlan => ({ ...entry, ...nameOf(entry.method) }));
  const unknown = only.filter((id) => !plans.some((plan) => plan.id === id));
  if (unknown.length > 0) throw new StartFailure({ zh: `没有“${unknown.join('、')}”这个区，可用：${ids(plans)}`, en: `There is no district "${unknown.join(', ')}": use ${ids(plans)}` });
  return only.length === 0 ? plans : plans.filter(({ id }) => only.includes(id));
}

const ids = (plans: readonly DistrictPlan[]): string => plans.map(({ id }) => id).join(', ');

function nameOf(file: string): { readonly id: string; readonly label: Words } {
  const path = join(methodsFolder, file);
  const fallback = basename(file, '.json');
  if (!existsSync(path)) return { id: fallback, label: wordsOf(fallback) };
  const { id = fallback, label = id } = JSON.parse(readFileSync(path, 'utf8')) as { id?: string; label?: Text };
  return { id, label: wordsOf(label) };
}
