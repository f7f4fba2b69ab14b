import { type Filter, type ListInput, type Method, type View, issue, nearest } from '@bihuan/core';
import { filtersOf, suffixes } from './filter-value.ts';
import { type ListField, listFields } from './list-fields.ts';
import { type ListParameters, type ReadParameters, flattened, mostRows, readParameters } from './list-parameters.ts';
import { zoneOfMethod } from './iso.ts';
import { Refusal, refuseWith } from './problem.ts';
import { views } from './transport-issues.ts';

/**
 * Reads the list of cases' query into what the engine takes. A name that nobody knows is refused with the one that was
 * probably meant; so is a value that cannot be one of its column's.
 */
export function caseListReader(methods: readonly Method[]): (parameters: ListParameters, now: number) => ListInput {
  const fields = listFields(methods);
  const zone = zoneOfMethod(methods[0]!);
  return (parameters, now) => {
    const read = readParameters(parameters);
    const { where, ...special } = readFilter(read.filter);
    const byId = where.some(({ name }) => name === 'id');
    return {
      ...special,
      where: where.flatMap(({ name, value }) => {
        const { field, op } = fieldNamed(fields, name);
        return filtersOf(name, field, op, value, zone, now);
      }),
      sort: sortOf(fields, read),
      offset: read.offset,
      ...(read.limit !== undefined ? { limit: read.limit } : byId ? {} : { limit: mostRows }),
    };
  };
}

interface ReadFilter extends Pick<ListInput, 'view' | 'search' | 'within'> { readonly where: readonly { readonly name: string; readonly value: unknown }[] }

function readFilter(filter: Readonly<Record<string, unknown>>): ReadFilter {
  const where: { name: string; value: unknown }[] = [];
  const special: { view?: View; search?: string; within?: string } = {};
  for (const [name, value] of flattened(filter)) {
    if (name === 'view') special.view = viewOf(value);
    else if (name === 'q') special.search = String(value);
    else if (name === 'within') special.within = String(value);
    else where.push({ name, value });
  }
  return { ...special, where };
}

function viewOf(value: unknown): View {
  const view = views.find((each) => each === value);
  if (view === undefined) throw refuseWith('query.view-unknown', { view: String(value) }, ['filter', 'view']);
  return view;
}

const special = ['view', 'q', 'within'];

function fieldNamed(fields: ReadonlyMap<string, ListField>, name: string): { readonly field: ListField; readonly op: Filter['op'] & Parameters<typeof filtersOf>[2] } {
  const exact = fields.get(name);
  if (exact) return { field: exact, op: 'is' };
  const [, stem, suffix] = /^(.+)_(gte|lte|gt|lt|neq|like)$/.exec(name) ?? [];
  const field = stem === undefined ? undefined : fields.get(stem);
  if (field) return { field, op: suffixes[suffix as keyof typeof suffixes] };
  throw unknownField(fields, name, stem ?? name, 'filter');
}

/** A tie is broken by id, in the store; without a sort, what is due first stands first. */
function sortOf(fields: ReadonlyMap<string, ListField>, { sort }: ReadParameters): NonNullable<ListInput['sort']> {
  if (sort === undefined) return [{ by: 'due', order: 'asc' }];
  const field = fields.get(sort.by) ?? fields.get(sort.by.replace(/^(labels|values)\./, ''));
  if (field === undefined) throw unknownField(fields, sort.by, sort.by, 'sort');
  return [{ by: field.type === 'light' ? 'due' : field.on, order: sort.order }];
}

function unknownField(fields: ReadonlyMap<string, ListField>, name: string, stem: string, at: 'filter' | 'sort'): Refusal {
  const mend = nearest(stem, at === 'filter' ? [...fields.keys(), ...special] : fields.keys());
  return new Refusal([issue('query.unknown-field', [at, name], { field: name, ...(mend === undefined ? {} : { mend }) })]);
}
