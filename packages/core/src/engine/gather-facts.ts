import type { InputRule } from '../case/compile-inputs.ts';
import type { Facts, Post, UnitFacts } from '../case/messages.ts';
import type { Directory } from './directory-port.ts';

/** Asks the directory by name for what a decision needs from outside its case: the case's units with their paths, and whoever the inputs name. */
export const gatherFacts = async (
  directory: Directory, tenant: string, units: readonly string[], inputs: readonly InputRule[] = [], given: Readonly<Record<string, unknown>> = {},
): Promise<Facts> => {
  const facts: { units: Record<string, UnitFacts>; posts: Record<string, Post> } = { units: {}, posts: {} };
  const wanted = [...units];
  for (const { name, kind } of inputs) {
    const value = given[name];
    if (typeof value !== 'string') continue;
    if (kind === 'unit') wanted.push(value);
    if (kind === 'post') {
      const post = await directory.post(tenant, value);
      if (post) facts.posts[value] = post;
    }
  }
  for (const id of wanted) {
    const unit = facts.units[id] === undefined ? await pathOfUnit(directory, tenant, id) : undefined;
    if (unit) facts.units[id] = unit;
  }
  return facts;
};

const pathOfUnit = async (directory: Directory, tenant: string, id: string): Promise<UnitFacts | undefined> => {
  const unit = await directory.unit(tenant, id);
  if (unit === undefined) return undefined;
  const path = [unit.id];
  for (let above = unit.parent; above !== undefined && !path.includes(above);) {
    path.push(above);
    above = (await directory.unit(tenant, above))?.parent;
  }
  return { level: unit.level, path, label: unit.label };
};
