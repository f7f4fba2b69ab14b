import { finding, type Finding } from '../method/finding.ts';
import { isObject } from '../method/merge-patch.ts';
import type { Method } from '../method/method-schema.ts';
import { ScenarioFile } from '../method/scenario-schema.ts';
import { partialWalkerOf } from '../method/schema-walk.ts';
import { vocabularyOf } from '../rules/index.ts';
import { readJson } from './json-text.ts';
import { KnownNames } from './known-names.ts';
import { referScenarios } from './refer-scenarios.ts';

/** A scenario file that fits its method, or everything that does not. */
export type ParsedScenarios = { readonly ok: true; readonly value: ScenarioFile } | { readonly ok: false; readonly issues: readonly Finding[] };

const walk = partialWalkerOf(ScenarioFile);

/** Loads a scenario file: its shape, and every name in it against the method that it plays. */
export function parseScenarios(input: unknown, method: Method): ParsedScenarios {
  const read = typeof input === 'string' ? readJson(input) : { value: input, findings: [] };
  const out: Finding[] = [...read.findings];
  const kept = read.value === undefined ? undefined : walk(read.value, [], out);
  if (!isObject(kept)) return { ok: false, issues: out.length > 0 ? out : [finding('shape.empty', [], {})] };
  const file = { cast: { units: {}, posts: {} }, scenarios: {}, ...kept } as unknown as ScenarioFile;
  referScenarios(file.cast, file.scenarios, [], method, { known: new KnownNames(method, out), vocabulary: vocabularyOf(method) });
  return out.some(({ severity }) => severity === 'error') ? { ok: false, issues: out } : { ok: true, value: file };
}
