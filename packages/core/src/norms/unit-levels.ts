import type { Facts, UnitFacts } from '../case/messages.ts';
import type { Words } from '../issues/issue.ts';

type Units = Facts['units'];

/** A unit as a directory lists it. */
export interface ListedUnit { readonly id: string; readonly level: string; readonly parent?: string; readonly label?: Words }

/** The unit of a level on the way from a unit up to the root, itself included; nothing where there is none, or its level is not known. */
export const unitOfLevel = (level: string, unit: string, units: Units): string | undefined => {
  const known = units[unit];
  if (known === undefined) return undefined;
  return known.path.find((id, place) => (known.levels?.[place] ?? units[id]?.level) === level);
};

/** Every unit of a directory as decisions want it: its path up to the root, and the level of each unit on it. */
export const unitFactsOf = (units: readonly ListedUnit[]): Readonly<Record<string, UnitFacts>> => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return Object.fromEntries(units.map((unit) => {
    const path: string[] = [], levels: string[] = [];
    for (let at: ListedUnit | undefined = unit; at !== undefined && !path.includes(at.id); at = at.parent === undefined ? undefined : byId.get(at.parent)) {
      path.push(at.id);
      levels.push(at.level);
    }
    return [unit.id, { level: unit.level, path, levels, ...(unit.label && { label: unit.label }) }];
  }));
};
