import { metresBetween, parsePoint } from '../case/point.ts';
import type { Point } from '../case/point.ts';
import type { Rules } from '../case/rules.ts';
import type { Desk } from './desk.ts';
import type { Filter } from './store-port.ts';

/** What is asked about: a report that is being made. */
export interface Report { readonly kind: string; readonly home: string; readonly fields: Readonly<Record<string, unknown>>; readonly at: number }

/** How many earlier ones are looked up at most: who has more has another problem. */
const most = 50;

/** How many are looked at for how near they lie. */
const looked = 1000;

const isNear = (here: Point, there: unknown, metres: number): boolean => {
  const point = typeof there === 'string' ? parsePoint(there) : undefined;
  return point !== undefined && metresBetween(here, point) <= metres;
};

/**
 * Cases that are the same matter as a report, by the method's own words for it (`links.*.same`): the fields that agree, how long ago, open or
 * ended how. Newest first, by link. A report that leaves one of these fields blank is the same as none.
 */
export const sameMatter = async (desk: Desk, rules: Rules, report: Report, as: 'offered' | 'linked'): Promise<Readonly<Record<string, readonly string[]>>> => {
  const found: Record<string, readonly string[]> = {};
  for (const [name, link] of Object.entries(rules.method.links ?? {})) {
    const { same } = link;
    if (same?.as !== as || ![link.from].flat().includes(report.kind)) continue;
    const values = (same.fields ?? []).map((field): Filter => ({ on: `field.${field}`, op: 'is', value: report.fields[field] as Filter['value'] }));
    if (values.some(({ value }) => value === undefined || value === '')) continue;
    const earliest = rules.time.add(report.at, same.within, -1);
    const where: Filter[] = [
      ...values, { on: 'kind', op: 'in', value: [link.to].flat() }, { on: 'opened', op: 'min', value: earliest }, { on: 'opened', op: 'max', value: report.at },
      ...(same.home ? [{ on: 'home', op: 'is', value: report.home } as const] : []),
      ...(same.open ? [{ on: 'ended', op: 'known', value: false } as const] : []),
      ...(same.endings ? [{ on: 'ending', op: 'in', value: same.endings } as const] : []),
    ];
    const { near } = same;
    const here = near && parsePoint(String(report.fields[near.field] ?? ''));
    if (near && here === undefined) continue;
    const { rows } = await desk.store.list(desk.tenant, { where, sort: [{ by: 'opened', order: 'desc' }], limit: near ? looked : most });
    const ids = rows.filter(({ values }) => near === undefined || isNear(here!, values[`field.${near.field}`], near.metres)).map(({ id }) => id).slice(0, most);
    if (ids.length > 0) found[name] = ids;
  }
  return found;
};
