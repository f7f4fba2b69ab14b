import { fetchUtils } from 'react-admin';

export const api = '/api';

/** One call to the server. The page's language goes along, so that refusals come back in it. */
export const httpClient = (url: string, options: fetchUtils.Options = {}) => {
  const headers = new Headers(options.headers ?? { Accept: 'application/json' });
  headers.set('Accept-Language', document.documentElement.lang || 'zh-CN');
  return fetchUtils.fetchJson(url, { ...options, headers, credentials: 'same-origin' });
};

/** The answer's body. */
export const ask = async <T>(path: string, options?: fetchUtils.Options): Promise<T> => (await httpClient(`${api}${path}`, options)).json as T;

/** A query string of what is given; what is empty is left out. */
export const query = (values: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};
