import { type Engine, type MoveResult, wordsOf } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { KeyHeader, given, keyOf } from './cases.ts';
import { methodOf } from './case-records.ts';
import { issueJson, valueOf } from './problem.ts';
import { MoveCall, MoveResultJson } from './wire/index.ts';

const tags = ['moves'];
const responses = { 200: jsonAnswer(z.array(MoveResultJson), 'Case by case: what becomes of it, or why it stays'), ...refusals };
const attempt = createRoute({ method: 'post', path: '/try', tags, summary: 'What would become of open cases of older versions / 试迁移', request: jsonBody(MoveCall), responses });
const move = createRoute({ method: 'post', path: '/', tags, summary: 'Move them to the version in force / 迁移', request: { headers: KeyHeader, ...jsonBody(MoveCall) }, responses });

/** `/api/moves`: cases go over to the method's version in force. Who may, the method's own `moves` says, case by case. */
export function moveRoutes({ engine, now }: ApiOptions) {
  const json = (results: readonly MoveResult[]): MoveResultJson[] => results.map((result) => moveJson(engine, result));
  return newRouter()
    .openapi(attempt, async (c) => c.json(json(valueOf(await engine.tryMove(given(c.req.valid('json')), { by: c.get('actor'), at: now() }))), 200))
    .openapi(move, async (c) => {
      const actor = c.get('actor');
      const context = { by: actor, at: now(), ...keyOf(actor, c.req.valid('header')['idempotency-key']) };
      return c.json(json(valueOf(await engine.move(given(c.req.valid('json')), context))), 200);
    });
}

/** Names in words: the old step by the old version, all else by the newest. */
export function moveJson(engine: Engine, { id, from, ok, issues, step, clocks, asks }: MoveResult): MoveResultJson {
  const newest = engine.methods.at(-1)!;
  const old = methodOf(engine, { id: newest.id, version: from });
  return {
    id, from, ok, issues: issues.map(issueJson),
    ...(step && { step: { from: wordsOf(old.steps[step.from]?.label ?? step.from), to: wordsOf(newest.steps[step.to]?.label ?? step.to) } }),
    clocks: clocks.map((name) => wordsOf((newest.clocks?.[name] ?? old.clocks?.[name])?.label ?? name)),
    asks: asks.map((name) => wordsOf((old.asks?.[name] ?? newest.asks?.[name])?.label ?? name)),
  };
}
