import { resolveMethod } from '../method/extends.ts';
import { isObject } from '../method/merge-patch.ts';

type Json = Readonly<Record<string, unknown>>;

declare global {
  interface ImportMeta { glob(pattern: string, options: { readonly eager: true; readonly import: 'default' }): Readonly<Record<string, Json>> }
}

/** Test helper: the methods that the laws are tried on. */
export interface LawMethod { readonly id: string; readonly json: Json }

const inFolder = import.meta.glob('../../methods/*.json', { eager: true, import: 'default' });
const fixtures = import.meta.glob('../check/fixtures/duties.json', { eager: true, import: 'default' });

/** Every method file of the folder as it is written, by `id@version`; scenarios and demo districts are none. */
export const methodFiles: ReadonlyMap<string, Json> = new Map(
  Object.entries(inFolder).filter(([path]) => /\/[^./]+\.json$/.test(path)).map(([, json]) => [`${String(json['id'])}@${String(json['version'])}`, json]));

/** The methods that ship, bases merged in. */
export const shippedMethods: readonly LawMethod[] = [...methodFiles.values()].map((json) => {
  const { method } = resolveMethod(json, (ref) => methodFiles.get(ref));
  return { id: String(json['id']), json: isObject(method) ? method : {} };
});

/** One that has every construct of the language, however few use it. */
export const everyConstruct: LawMethod = { id: 'every construct', json: Object.values(fixtures)[0]! };

export const lawMethods: readonly LawMethod[] = [...shippedMethods, everyConstruct];
