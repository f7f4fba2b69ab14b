import type { Method } from '@bihuan/core';
import { CATEGORIES, CHANNELS, LEVELS } from './cases.ts';

const choices = (names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

/** The twelve rules as a method writes them. */
export const classification: NonNullable<Method['classifications']>[string] = {
  label: '分类', by: 'table', hit: 'first',
  answers: choices(['danger', 'urgent', 'hard', 'plain']),
  rules: {
    danger: { when: { any: [{ field: 'title', has: '燃气泄漏' }, { field: 'title', has: '漏电' }, { field: 'title', has: '坍塌' }] }, then: 'danger' },
    fire: { when: { all: [{ field: 'category', is: 'fire' }, { field: 'urgency', min: 4 }] }, then: 'danger' },
    'supply-again': { when: { all: [{ field: 'category', in: ['gas', 'heating'] }, { field: 'repeated', is: true }] }, then: 'urgent' },
    'many-callers': { when: { all: [{ field: 'channel', is: 'hotline' }, { field: 'reporters', min: 10 }] }, then: 'hard' },
    project: { when: { all: [{ field: 'amount', min: 100_000 }, { field: 'level', in: ['street', 'district'] }] }, then: 'hard' },
    vulnerable: { when: { all: [{ field: 'vulnerable', is: true }, { field: 'urgency', min: 3 }] }, then: 'urgent' },
    elevator: { when: { all: [{ field: 'title', has: '电梯' }, { field: 'urgency', min: 3 }] }, then: 'urgent' },
    'noise-once': { when: { all: [{ field: 'category', is: 'noise' }, { field: 'repeated', is: false }, { field: 'reporters', below: 3 }] }, then: 'plain' },
    old: { when: { field: 'age', above: 60 }, then: 'hard' },
    'from-above': { when: { field: 'channel', is: 'superior' }, then: 'urgent' },
    question: { when: { all: [{ field: 'category', is: 'inquiry' }, { field: 'amount', max: 20_000 }] }, then: 'plain' },
    ordinary: { then: 'plain' },
  },
};

export const method: Method = {
  id: 'bench', version: '1.0.0', label: '分类', timeZone: 'Asia/Shanghai', calendar: { base: 'cn' },
  levels: {}, roles: {}, sources: {}, kinds: {}, steps: {}, actions: {}, endings: {},
  fields: {
    title: { label: '标题', kind: 'text' },
    channel: { label: '渠道', kind: 'choice', options: choices(CHANNELS) },
    category: { label: '类别', kind: 'choice', options: choices(CATEGORIES) },
    level: { label: '层级', kind: 'choice', options: choices(LEVELS) },
    urgency: { label: '紧急程度', kind: 'number' }, amount: { label: '金额', kind: 'number' },
    reporters: { label: '反映人数', kind: 'number' }, age: { label: '天数', kind: 'number' },
    repeated: { label: '重复', kind: 'yes-no' }, vulnerable: { label: '特殊群体', kind: 'yes-no' },
  },
  classifications: { class: classification },
};
