import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editJson, parseMethod } from '@bihuan/core';
import { dryRun } from './dry-run.ts';

const text = readFileSync(join(import.meta.dirname, '../../../../packages/core/methods/1330.json'), 'utf8');
const methodOf = (written: string) => {
  const parsed = parseMethod(written);
  if (!parsed.ok) throw new Error(parsed.issues[0]!.code);
  return parsed.value;
};
const friday = Date.parse('2021-10-08T09:00:00+08:00');

it('a case is played through under the draft, on a clock of its own, with somebody for every role', async () => {
  const run = dryRun(methodOf(editJson(text, ['parameters', 'first-contact', 'value'], '15 minutes')), [], []);
  expect(run.posts.map(({ role }) => role)).toEqual(['clerk', 'leading-group', 'party-committee', 'link-leader', 'responsible', 'inspector']);
  const clerk = await run.actorOf('try-clerk');
  const opened = await run.engine.open({ source: 'hotline', reporter: { name: '周女士' }, home: 'try-community', fields: { content: '路灯不亮', 'order-no': '1' } }, { by: clerk, at: friday });
  expect(opened.ok && opened.value.id).toBe('000001');
  const explained = (await run.explain('000001', clerk, friday))!;
  expect(explained.clocks).toMatchObject([{ name: 'first-contact', light: 'green', due: { at: '2021-10-08T09:15:00+08:00' } }]);
  await run.engine.tick(run.later(friday, '1 hours'));
  expect((await run.explain('000001', clerk, run.later(friday, '1 hours')))!.clocks[0]!.light).toBe('red');
  expect((await run.timeline('000001'))[0]!.at).toBe('2021-10-08T09:00:00+08:00');
});

it('time moves by working days too: from a Friday morning to Monday', () => {
  const run = dryRun(methodOf(text), [], []);
  expect(new Date(run.later(friday, '1 working days')).toISOString().slice(0, 10)).toBe('2021-10-09'); // a Saturday that was worked
});
