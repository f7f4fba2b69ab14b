import type { Facts, Post } from '../case/messages.ts';
import { nearest } from '../method/nearest.ts';
import type { Unit } from './directory-port.ts';
import { plain } from './register-form.ts';

/** Units by whatever people call them: the id, the name, or the name with those above it before it (迎春里社区/第一网格). */
export interface UnitFinder {
  /** Those called so, of one of these levels and below the unit that is called `under`. */
  find(name: string, levels?: readonly string[], under?: string): readonly Unit[];
  /** The name that was probably meant: a letter off, or cut short (育才 for 育才社区). */
  near(name: string, levels?: readonly string[]): string | undefined;
  /** The name that tells it from others: with those above it. */
  fullName(unit: Unit): string;
}

export const unitFinder = (units: readonly Unit[]): UnitFinder => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byName = new Map<string, Unit[]>();
  const pathOf = (unit: Unit): Unit[] => {
    const path = [unit];
    for (let above = unit.parent; above !== undefined && path.every(({ id }) => id !== above); above = byId.get(above)?.parent) {
      const next = byId.get(above);
      if (next) path.unshift(next);
    }
    return path;
  };
  const fullName = (unit: Unit): string => pathOf(unit).slice(-2).map(({ label }) => label.zh).join('/');
  for (const unit of units) {
    const path = pathOf(unit);
    const names = new Set([unit.id, unit.label.zh, unit.label.en, ...path.map((_, i) => path.slice(i).map(({ label }) => label.zh).join(''))].map(joined));
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), unit]);
  }
  return {
    fullName,
    near: (name, levels) => {
      const names = units.filter(({ level }) => levels === undefined || levels.includes(level)).map(({ label }) => label.zh);
      const longer = names.filter((one) => name.length > 1 && joined(one).startsWith(joined(name)));
      return longer.length === 1 ? longer[0] : nearest(name, names);
    },
    find: (name, levels, under) => {
      const exact = byId.get(name.trim());
      if (exact !== undefined) return [exact];
      const called = byName.get(joined(name)) ?? [];
      const ofLevel = called.filter(({ level }) => levels === undefined || levels.includes(level));
      const found = ofLevel.length > 0 ? ofLevel : called;
      return under === undefined ? found : found.filter((unit) => pathOf(unit).slice(0, -1).some((above) => [above.id, above.label.zh, above.label.en].some((one) => joined(one) === joined(under))));
    },
  };
};

/** Full-width or not, with or without separators and spaces: the same name. What stands in brackets belongs to it. */
const joined = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s/\\>·-]/g, '') || plain(text);

/** Every unit with its path and every post: what a decision about any row needs from outside. */
export const factsOf = (units: readonly Unit[], posts: readonly Post[]): Facts => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return {
    units: Object.fromEntries(units.map((unit) => {
      const path = [unit.id], levels = [unit.level];
      for (let above = unit.parent; above !== undefined && !path.includes(above); above = byId.get(above)?.parent) {
        path.push(above);
        levels.push(byId.get(above)?.level ?? '');
      }
      return [unit.id, { level: unit.level, path, levels, label: unit.label }];
    })),
    posts: Object.fromEntries(posts.map((post) => [post.id, post])),
  };
};
