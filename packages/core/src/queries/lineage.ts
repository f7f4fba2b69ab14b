import type { CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import type { Words } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';

/** A case or subject among those that it is linked with. */
export interface LineageNode {
  readonly id: string;
  readonly kind: string;
  /** Its kind, as people call it. */
  readonly label: Words;
  /** How it is linked with the one above it in the tree, as that one calls it; and the side on which it stands. */
  readonly link?: { readonly name: string; readonly label: Words };
  readonly side?: 'from' | 'to';
  readonly step?: string;
  readonly ending?: string;
  readonly linked: readonly LineageNode[];
}

/**
 * Everything that one can walk to over links, both ways: from a need to its problem and the service that answers it, and back to every
 * need. Each stands in the tree once, by the shortest way; what cannot be read is left out.
 */
export const lineage = (rules: Pick<Rules, 'method'>, start: CaseState, read: (id: string) => CaseState | undefined): LineageNode => {
  const seen = new Set([start.id]);
  const root = nodeOf(rules, start);
  // In breadth, so that what is linked directly stands directly below.
  for (let level = [{ state: start, node: root }]; level.length > 0;) {
    const next: typeof level = [];
    for (const { state, node } of level) {
      for (const { link, side, case: id } of state.links) {
        const other = seen.has(id) ? undefined : read(id);
        if (other === undefined) continue;
        seen.add(id);
        const below = { ...nodeOf(rules, other), link: { name: link, label: linkWords(rules, link, side) }, side: side === 'from' ? 'to' as const : 'from' as const };
        node.linked.push(below);
        next.push({ state: other, node: below });
      }
    }
    level = next;
  }
  return root;
};

/** A node that is still being filled. */
type Growing = Omit<LineageNode, 'linked'> & { readonly linked: LineageNode[] };

const nodeOf = ({ method }: Pick<Rules, 'method'>, { id, kind, step, ended }: CaseState): Growing => ({
  id, kind, label: wordsOf(method.kinds[kind]?.label ?? method.subjects?.[kind]?.label ?? kind),
  ...(step !== '' && { step }), ...(ended && { ending: ended.ending }), linked: [],
});

const linkWords = ({ method }: Pick<Rules, 'method'>, name: string, side: 'from' | 'to'): Words => {
  const link = method.links?.[name];
  return wordsOf((side === 'to' ? link?.back : undefined) ?? link?.label ?? name);
};
