import { type Actor, DEFAULT_POLICY, type Engine, type Explanation as Explained, type Method, type Post, type TimelineLine as Line, type Unit, type Zone, compileMethod, createEngine, embeddedDirectory, formatInstant, issueText, parseDuration, reckon, wordsOf, zoneOf } from '@bihuan/core';
import { memoryStore } from '@bihuan/adapters/memory';
import type { Explanation, Post as PostRow, TimelineLine, Unit as UnitRow } from '../providers/wire.ts';

/** A district in the browser that runs the draft: nothing of it reaches the server. */
export interface DryRun {
  readonly engine: Engine;
  readonly units: readonly UnitRow[];
  readonly posts: readonly PostRow[];
  readonly zone: Zone;
  /** A moment moved on by a duration of the working calendar. */
  later(at: number, by: string): number;
  actorOf(post: string): Promise<Actor>;
  explain(id: string, actor: Actor, at: number): Promise<Explanation | undefined>;
  timeline(id: string): Promise<readonly TimelineLine[]>;
}

export function dryRun(method: Method, units: readonly UnitRow[], held: readonly PostRow[]): DryRun {
  const cast = completed(method, units, held);
  const directory = embeddedDirectory({
    units: cast.units.map(({ id, label, level, parent }): Unit => ({ id, label, level, ...(parent !== null && { parent }) })),
    posts: cast.posts.map(({ id, role, unit, person, name }): Post => ({ id, role, unit, person, name })),
  });
  const engine = createEngine({ methods: [method], store: memoryStore(), directory, tenant: 'dry-run' });
  const { calendar } = compileMethod(method);
  const zone = zoneOf(method.timeZone);
  return {
    engine, ...cast, zone,
    later(at, by) {
      const duration = parseDuration(by)!;
      return reckon(calendar, { limit: { kind: 'duration', duration }, policy: { ...DEFAULT_POLICY, moment: true }, start: { at }, holds: [], extensions: [] })?.at ?? at;
    },
    async actorOf(post) {
      const found = await directory.post('dry-run', post);
      return await directory.person('dry-run', found?.person ?? '') ?? { person: 'nobody', posts: [] };
    },
    async explain(id, actor, at) {
      const explained = await engine.explain(id, actor, at);
      return explained && onScreen(explained, zone);
    },
    timeline: async (id) => withIso(await engine.timeline(id), zone) as (Line & TimelineLine)[],
  };
}

/** The district's units and posts, and somebody for each level and role of the draft that it has not. */
function completed(method: Method, units: readonly UnitRow[], held: readonly PostRow[]): { readonly units: readonly UnitRow[]; readonly posts: readonly PostRow[] } {
  const all = [...units];
  for (const [level, { label, in: above }] of Object.entries(method.levels)) {
    if (!all.some((unit) => unit.level === level)) all.push({ id: `try-${level}`, label: wordsOf(label), level, parent: all.find((unit) => unit.level === above)?.id ?? null });
  }
  const posts = Object.entries(method.roles).flatMap(([role, { label, at }]): PostRow[] => {
    const own = held.filter((post) => post.role === role);
    if (own.length > 0) return own;
    const unit = all.find(({ level }) => at.includes(level));
    return unit ? [{ id: `try-${role}`, role, roleLabel: wordsOf(label), unit: unit.id, unitLabel: unit.label, person: `try-${role}`, name: wordsOf(label).zh }] : [];
  });
  return { units: all, posts };
}

/** An explanation as the pages take it: moments with the offset, reasons as sentences. */
const onScreen = ({ actions, ...rest }: Explained, zone: Zone): Explanation => ({
  ...withIso(rest, zone) as Omit<Explanation, 'actions'>,
  actions: actions.map(({ issues, form, ...action }) => ({
    ...action, issues: issues.map((issue) => ({ code: issue.code, path: [...issue.path], params: { ...issue.params }, ...issueText(issue) })), form: form as unknown as Explanation['actions'][number]['form'],
  })),
});

const moments: ReadonlySet<string> = new Set(['at', 'from', 'to', 'started', 'stopped', 'recorded', 'asOf']);

function withIso(tree: unknown, zone: Zone): unknown {
  if (Array.isArray(tree)) return tree.map((each) => withIso(each, zone));
  if (tree === null || typeof tree !== 'object') return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, moments.has(name) && typeof value === 'number' ? formatInstant(value, zone) : name === 'value' ? value : withIso(value, zone)]));
}
