import type { Directory } from './directory-port.ts';

/** For a host without a directory: every unit stands by itself, posts are only those that actors bring along. */
export const unlistedDirectory = (): Directory => ({
  unit: (_tenant, id) => Promise.resolve(id === '' ? undefined : { id, label: { zh: id, en: id }, level: '' }),
  units: () => Promise.resolve([]),
  post: () => Promise.resolve(undefined),
  posts: () => Promise.resolve([]),
  person: () => Promise.resolve(undefined),
});
