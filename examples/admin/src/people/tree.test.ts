import { expect, it } from 'vitest';
import { byTime, treeOf } from './tree.ts';

const unit = (id: string, parent: string | null, until: string | null = null) => ({ id, parent, until, from: null, level: 'x', label: { zh: id, en: id } });
const post = (id: string, where: string, from: string | null, until: string | null) => ({ id, unit: where, role: 'r', person: 'p', from, until });
const units = [unit('street', null), unit('old', 'street', '2021-01-31'), unit('community', 'street'), unit('lost', 'nowhere')];
const posts = [post('a', 'community', null, null), post('b', 'community', null, '2021-01-31'), post('c', 'community', '2022-01-01', null), post('d', 'community', null, '2020-12-31')];
const today = '2021-11-08';

it('the tree goes from the top down, counts the posts of today, and shows what is over only when wanted', () => {
  expect(treeOf({ units, posts, today }, false).map(({ unit: { id }, depth, posts: n }) => [id, depth, n])).toEqual([['street', 0, 0], ['community', 1, 1], ['lost', 0, 0]]);
  expect(treeOf({ units, posts, today }, true).map(({ unit: { id } }) => id)).toContain('old');
});

it('posts that are over stand last, the latest of them first', () => {
  expect(byTime(posts, today).map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd']);
});
