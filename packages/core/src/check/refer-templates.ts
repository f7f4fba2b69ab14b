import type { Template } from '../method/effect-schema.ts';
import { finding, type Path } from '../method/finding.ts';
import { isObject } from '../method/merge-patch.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { ofWhat } from './known-names.ts';
import { kindWords, referCondition, referFact, type Referring } from './refer-conditions.ts';

/** Texts to start from: each drafts a text field of a record. */
export function referTemplates(method: Method, at: Referring): void {
  for (const [name, template] of Object.entries(method.templates ?? {})) {
    const path: Path = ['templates', name];
    const { record: of, field: key } = template.for;
    const record = at.known.need('records', of, [...path, 'for', 'record']) ? method.records?.[of] : undefined;
    if (record !== undefined && at.known.oneOf(ofWhat(wordsOf(record.label), '字段', 'field'), key, Object.keys(record.fields ?? {}), [...path, 'for', 'field'])) {
      const field = record.fields![key]!;
      if (field.kind !== 'text' && field.kind !== 'long-text') at.known.out.push(finding('value.wrong-kind', [...path, 'for', 'field'], { expected: kindWords.text, given: `“${wordsOf(field.label).zh}”` }));
    }
    referCondition(template.when, [...path, 'when'], at);
    referPieces(template.say, [...path, 'say'], at);
  }
}

/** The facts in a text. */
export function referPieces(say: Template, path: Path, at: Referring): void {
  if (Array.isArray(say)) say.forEach((piece, i) => { if (isObject(piece) && !('zh' in piece)) referFact(piece, [...path, i], at); });
}

/** Moves from older versions: what it names on this side exists; the names of the old file are looked up when it is tried. */
export function referMoves(method: Method, { known }: Referring): void {
  for (const [version, { by, steps, asks, clocks }] of Object.entries(method.moves ?? {})) {
    const path: Path = ['moves', version];
    if (!isOlder(version, method.version)) known.out.push(finding('move.not-older', path, { version, own: method.version }));
    known.needAll('roles', by, [...path, 'by']);
    for (const [old, step] of Object.entries(steps ?? {})) known.need('steps', step, [...path, 'steps', old]);
    for (const [old, ask] of Object.entries(asks ?? {})) if (typeof ask === 'string') known.need('asks', ask, [...path, 'asks', old]);
    for (const [old, clock] of Object.entries(clocks ?? {})) {
      if (typeof clock === 'string') known.need('clocks', clock, [...path, 'clocks', old]);
      else if ('anew' in clock) known.need('clocks', old, [...path, 'clocks', old]);
    }
  }
}

function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((each) => each.split('.').map(Number));
  const differs = a!.findIndex((part, i) => part !== b![i]);
  return differs >= 0 && a![differs]! < b![differs]!;
}
