/** @jsxImportSource preact */
import { ask } from './api.ts';
import type { Draft } from './drafts.ts';
import { fill } from './fill.ts';
import { said, texts } from './look.ts';
import { reportOf } from './report-of.ts';
import { useAnswer } from './use-answer.ts';
import type { IntakeSimilar, IntakeWay } from './wire.ts';

/** Whether the same has been reported nearby: how many, and how they stand. */
export function SimilarNote({ district, unit, way, draft }: { readonly district: string; readonly unit: string; readonly way: IntakeWay; readonly draft: Draft }) {
  const t = texts();
  const { value } = useAnswer(() => {
    const { source, fields } = reportOf(unit, way, draft);
    return ask<IntakeSimilar>(district, '/intake/similar', { body: { unit, source, fields } });
  }, [district, unit, way.source.name]);
  if (value === undefined || value.count === 0) return null;
  const stands = [...new Set(value.stands.map(said))].join('、');
  return <p class="hint" role="status">{fill(stands === '' ? t.similarPlain : t.similar, { count: value.count, stands })}</p>;
}
