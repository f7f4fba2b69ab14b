import { finding, type Finding, type Path } from './finding.ts';
import { isObject, mergePatch } from './merge-patch.ts';

/** Finds a base by `id@version`; undefined when there is none. */
export type Bases = (ref: string) => unknown;

/** One file of a chain: the file given first, then its base, and so on. */
interface Layer { readonly ref?: string; readonly content: unknown }

/** A method with its bases merged in, and where each value stands. */
export interface Resolved {
  readonly method: unknown;
  readonly findings: readonly Finding[];
  /** The base in which the value at this path stands; undefined: the file itself. */
  readonly fileOf: (path: Path) => string | undefined;
}

/**
 * Resolves `"extends": "my-street@1.0.0"`: the file is a JSON Merge Patch (RFC 7396) on its base, which may extend another.
 * `id`, `version` and `label` are always the file's own.
 */
export function resolveMethod(file: unknown, bases: Bases = () => undefined): Resolved {
  const findings: Finding[] = [];
  const layers = chainOf(file, bases, findings);
  if (layers.length === 1) return { method: withoutExtends(file), findings, fileOf: () => undefined };
  const method = layers.reduceRight<unknown>((base, { content }) => patched(base, content), {});
  return { method, findings: [...findings, ...deletedNothing(layers)], fileOf: (path) => layerOf(layers, path)?.ref };
}

/** An exact version: `id@1.0.0`. */
export const isExactRef = (ref: string): boolean => /^[a-z0-9][a-z0-9-]*@\d+\.\d+\.\d+$/.test(ref);

/** What a child never inherits. */
const OWN = ['id', 'version', 'label', 'extends', '$schema'] as const;

function chainOf(file: unknown, bases: Bases, findings: Finding[]): readonly Layer[] {
  const layers: Layer[] = [{ content: file }];
  const seen: string[] = isObject(file) ? [`${String(file['id'])}@${String(file['version'])}`] : [];
  for (;;) {
    const { content, ref } = layers.at(-1)!;
    if (!isObject(content) || content['extends'] === undefined) return layers;
    const base = content['extends'];
    const report = (found: Finding): readonly Layer[] => (findings.push(ref === undefined ? found : { ...found, file: ref }), layers);
    if (typeof base !== 'string' || !isExactRef(base)) return report(finding('extends.no-version', ['extends'], { base: String(base) }));
    if (seen.includes(base)) return report(finding('extends.cycle', ['extends'], { chain: [...seen.slice(seen.indexOf(base)), base] }));
    const found = bases(base);
    if (!isObject(found) || `${String(found['id'])}@${String(found['version'])}` !== base) return report(finding('extends.unknown-base', ['extends'], { base }));
    seen.push(base);
    layers.push({ ref: base, content: found });
  }
}

const patched = (base: unknown, child: unknown): unknown => withoutExtends(mergePatch(withoutOwn(base), child));
const withoutOwn = (base: unknown): unknown => (isObject(base) ? Object.fromEntries(Object.entries(base).filter(([key]) => !(OWN as readonly string[]).includes(key))) : base);
function withoutExtends(file: unknown): unknown {
  if (!isObject(file) || !Object.hasOwn(file, 'extends')) return file;
  return Object.fromEntries(Object.entries(file).filter(([key]) => key !== 'extends'));
}

/** The nearest file, the child first, that has something at this path. */
const layerOf = (layers: readonly Layer[], path: Path): Layer | undefined => layers.find(({ content }) => has(content, path));

function has(content: unknown, path: Path): boolean {
  let value = content;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return false;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value !== undefined;
}

/** `null` deletes: what was not there cannot be deleted, and is probably misspelt. */
function deletedNothing(layers: readonly Layer[]): readonly Finding[] {
  const [child, ...rest] = layers;
  const found: Finding[] = [];
  const look = (patch: unknown, path: Path): void => {
    if (!isObject(patch)) return;
    for (const [key, value] of Object.entries(patch)) {
      const here = [...path, key];
      if (value === null && !rest.some(({ content }) => has(content, here))) found.push(finding('extends.deletes-nothing', here, { key }));
      look(value, here);
    }
  };
  look(child!.content, []);
  return found;
}
