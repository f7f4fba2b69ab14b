import { finding, type Finding } from '../method/finding.ts';
import { resolveMethod, type Bases } from '../method/extends.ts';
import { isObject } from '../method/merge-patch.ts';
import { MethodSchema, type Method } from '../method/method-schema.ts';
import { partialWalkerOf } from '../method/schema-walk.ts';
import { checkReferences } from './check-references.ts';
import { readJson } from './json-text.ts';
import { lintMethod } from './lint-method.ts';
import { silence } from './silence.ts';

export type { Finding };

/** A method that holds together, with what was found that does not block; or everything that does not hold. */
export type ParsedMethod =
  | { readonly ok: true; readonly value: Method; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly issues: readonly Finding[] };

export interface ParseOptions {
  /** The methods that may be extended, by `id@version`. */
  readonly bases?: Bases;
}

/**
 * Loads a method: JSON text or a value, its bases merged in, checked as a whole, durations in one spelling. All findings come at once.
 *
 * @example const parsed = parseMethod(file); if (!parsed.ok) show(parsed.issues);
 */
export function parseMethod(input: unknown, options: ParseOptions = {}): ParsedMethod {
  const { method, findings } = examine(input, options);
  const blocked = method === undefined || findings.some(({ severity }) => severity === 'error');
  return blocked ? { ok: false, issues: findings } : { ok: true, value: method, findings };
}

/** Everything that is found in a method, warnings included: for editors. */
export const checkMethod = (input: unknown, options: ParseOptions = {}): readonly Finding[] => examine(input, options).findings;

const walkMethod = partialWalkerOf(MethodSchema);

function examine(input: unknown, { bases }: ParseOptions): { readonly method?: Method; readonly findings: readonly Finding[] } {
  const read = typeof input === 'string' ? readJson(input) : { value: input, findings: [] };
  if (read.value === undefined) return { findings: read.findings.length > 0 ? read.findings : [finding('shape.empty', [], {})] };
  const resolved = resolveMethod(read.value, bases);
  const shape: Finding[] = [];
  const kept = walkMethod(resolved.method, [], shape);
  if (!isObject(kept)) return { findings: [...read.findings, ...resolved.findings, ...shape] };
  const method = { ...emptySections(), ...kept } as unknown as Method;
  const referred = checkReferences(method, resolved.method);
  // What a test gets wrong makes nothing of the method itself look impossible.
  const sound = [...shape, ...referred.findings, ...resolved.findings].every(({ severity, path }) => severity !== 'error' || path[0] === 'tests');
  const found = [...resolved.findings, ...shape, ...referred.findings, ...lintMethod(method, referred.known, sound)];
  const findings = [...read.findings, ...silence(method, found, sound).map((each) => standing(each, resolved.fileOf))];
  return { method, findings };
}

/** What is missing is reported; the rest is checked as if it were empty. */
const emptySections = (): Record<string, unknown> =>
  ({ levels: {}, roles: {}, sources: {}, kinds: {}, fields: {}, steps: {}, actions: {}, endings: {}, calendar: { base: 'none' }, timeZone: 'UTC' });

/** Says in which base a finding stands, if it is not in the file itself. */
function standing(found: Finding, fileOf: (path: Finding['path']) => string | undefined): Finding {
  const file = found.file ?? fileOf(found.path);
  return file === undefined ? found : { ...found, file };
}
