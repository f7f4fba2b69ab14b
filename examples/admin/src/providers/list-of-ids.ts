import type { GetListParams, GetListResult, RaRecord } from 'react-admin';

/**
 * A page of a list that is known by its ids. They are asked for in portions, because an address has room for only so many;
 * sorting and paging happen here, over what the server let through its other filters.
 */
export async function listOfIds<T extends RaRecord>(
  ids: readonly string[], params: GetListParams, list: (params: GetListParams) => Promise<GetListResult<T>>, portion: number,
): Promise<GetListResult<T>> {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  const calls: Promise<GetListResult<T>>[] = [];
  for (let from = 0; from < ids.length; from += portion) {
    calls.push(list({ ...params, filter: { view: 'all', ...params.filter, id: ids.slice(from, from + portion) }, pagination: { page: 1, perPage: portion } }));
  }
  const rows = (await Promise.all(calls)).flatMap(({ data }) => data);
  if (calls.length > 1 && params.sort) rows.sort(by(params.sort.field, params.sort.order === 'DESC' ? -1 : 1));
  return { data: rows.slice((page - 1) * perPage, page * perPage), total: rows.length };
}

const by = (field: string, sign: 1 | -1) => (a: RaRecord, b: RaRecord): number => {
  const [one, other] = [valueOf(a, field), valueOf(b, field)];
  if (one === other) return String(a.id) < String(b.id) ? -1 : 1;
  if (one === undefined || one === null) return 1; // what is missing stands last, whichever way
  if (other === undefined || other === null) return -1;
  return (one < other ? -1 : 1) * sign;
};

const valueOf = (row: RaRecord, field: string): string | number | undefined | null => row[field] ?? row['values']?.[field];
