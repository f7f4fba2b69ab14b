import type { Words } from '../issues/issue.ts';
import { finding, type Finding, type Path } from '../method/finding.ts';
import { isObject } from '../method/merge-patch.ts';
import type { Method } from '../method/method-schema.ts';
import { nearest } from '../method/nearest.ts';

/** The sections whose entries can be referred to by name, with the word for one of them. */
export const SECTIONS = {
  parameters: { zh: '参数', en: 'parameter' }, levels: { zh: '层级', en: 'level' }, roles: { zh: '角色', en: 'role' }, sources: { zh: '来源', en: 'source' },
  kinds: { zh: '事项类型', en: 'kind' }, fields: { zh: '字段', en: 'field' }, classifications: { zh: '分类', en: 'classification' },
  conditions: { zh: '条件', en: 'condition' }, steps: { zh: '环节', en: 'step' }, actions: { zh: '操作', en: 'action' }, records: { zh: '记录', en: 'record' },
  asks: { zh: '派单', en: 'ask' }, clocks: { zh: '时限', en: 'clock' }, endings: { zh: '结果', en: 'ending' }, ledgers: { zh: '台账', en: 'ledger' },
  metrics: { zh: '指标', en: 'metric' }, subjects: { zh: '对象', en: 'subject' }, links: { zh: '关联', en: 'link' },
  norms: { zh: '履职要求', en: 'norm' }, templates: { zh: '答复模板', en: 'reply template' },
} as const satisfies { readonly [S in keyof Method]?: Words };
export type Section = keyof typeof SECTIONS;

/** A word for what a name should have been one of, e.g. 「三类问题」的结论. */
export const ofWhat = (label: Words, zh: string, en: string): Words => ({ zh: `“${label.zh}”的${zh}`, en: `${en} of "${label.en}"` });

/** Looks names up, reports those that are not there, and remembers which were used. */
export class KnownNames {
  readonly #names: ReadonlyMap<Section, ReadonlySet<string>>;
  readonly #used = new Map<Section, Set<string>>();

  /** `file`: the resolved method before its broken parts were left out, so that a broken entry still has its name. */
  constructor(file: unknown, readonly out: Finding[]) {
    const sections = isObject(file) ? file : {};
    this.#names = new Map((Object.keys(SECTIONS) as Section[]).map((section) => [section, new Set(isObject(sections[section]) ? Object.keys(sections[section]) : [])]));
  }

  /** Is there one? If not, it is reported, with the one that was probably meant. */
  need(section: Section, name: string | undefined, path: Path): boolean {
    if (name === undefined) return false;
    const names = this.#names.get(section)!;
    if (names.has(name)) return this.#use(section, name);
    this.out.push(finding('name.unknown', path, { what: SECTIONS[section], name }, nearest(name, names)));
    return false;
  }

  /** Is there one in any of these sections? A kind of case or a subject, for what can be about either. */
  needAny(sections: readonly Section[], name: string, path: Path): Section | undefined {
    const found = sections.find((section) => this.#names.get(section)!.has(name));
    if (found !== undefined) {
      this.#use(found, name);
      return found;
    }
    const what = { zh: sections.map((section) => SECTIONS[section].zh).join('或'), en: sections.map((section) => SECTIONS[section].en).join(' or ') };
    this.out.push(finding('name.unknown', path, { what, name }, nearest(name, sections.flatMap((section) => [...this.#names.get(section)!]))));
    return undefined;
  }

  /** The same for each name of a list, at its place in it. */
  needAll(section: Section, names: readonly string[] | undefined, path: Path): void {
    names?.forEach((name, i) => this.need(section, name, [...path, i]));
  }

  /** The same for the keys of an object. */
  needKeys(section: Section, named: object | undefined, path: Path): void {
    for (const name of Object.keys(named ?? {})) this.need(section, name, [...path, name]);
  }

  /** One of some other names: answers, outputs, options. */
  oneOf(what: Words, name: string, names: Iterable<string>, path: Path): boolean {
    const known = names instanceof Set || Array.isArray(names) ? names : [...names];
    for (const each of known) if (each === name) return true;
    this.out.push(finding('name.unknown', path, { what, name }, nearest(name, known)));
    return false;
  }

  /** An order lists each name once; one that is left out has no effect. */
  order(what: Words, order: readonly string[], named: object, path: Path, mustHaveAll: boolean): void {
    const names = Object.keys(named);
    order.forEach((name, i) => {
      if (this.oneOf(what, name, names, [...path, i]) && order.indexOf(name) < i) this.out.push(finding('name.twice', [...path, i], { name }));
    });
    if (mustHaveAll) for (const name of names) if (!order.includes(name)) this.out.push(finding('order.incomplete', path, { what, name }));
  }

  #use(section: Section, name: string): true {
    const used = this.#used.get(section);
    if (used === undefined) this.#used.set(section, new Set([name]));
    else used.add(name);
    return true;
  }

  used(section: Section, name: string): boolean {
    return this.#used.get(section)?.has(name) ?? false;
  }
}
