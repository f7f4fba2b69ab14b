import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editJson } from '@bihuan/core';
import { type PlayedScenario, playMethodScenarios } from './play-scenarios.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../../packages/core/methods', name), 'utf8');
const [method, scenarios] = [read('1330.json'), read('1330.scenarios.json')];
const play = async (text: string, file = scenarios) => {
  const results: PlayedScenario[] = [];
  for await (const result of playMethodScenarios(text, file)) results.push(result);
  return results;
};

it('the shipped method goes as its scenarios say', async () => {
  const results = await play(method);
  expect(results.length).toBe(Object.keys((JSON.parse(scenarios) as { scenarios: object }).scenarios).length);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
}, 60_000);

it('a draft that changes a limit fails the scenario that was written for the old one, and says where', async () => {
  const failed = (await play(editJson(method, ['clocks', 'supervision-reply', 'limit'], '4 working days'))).filter(({ ok }) => !ok);
  expect(failed.map(({ name }) => name)).toContain('supervision');
  expect(failed[0]!.failures[0]!.at).toMatch(/^2021-/);
}, 60_000);

it('scenarios that name what is gone are not played, and say why', async () => {
  const results = await play(editJson(method, ['actions', 'void'], undefined));
  expect(results.every(({ ok }) => !ok)).toBe(true);
});
