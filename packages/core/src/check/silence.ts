import { isFindingCode, severityOf } from '../issues/finding-params.ts';
import { finding, type Finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';

/** Leaves out what the method silences with a reason. Errors cannot be silenced, and a silence that hides nothing is found itself. */
export function silence(method: Method, findings: readonly Finding[], sound: boolean): readonly Finding[] {
  const silences = Object.entries(method.silenced ?? {});
  const hides = ({ code, at }: { code: string; at: string }, found: Finding): boolean => found.severity !== 'error' && found.code === code && found.pointer === at;
  const left = findings.filter((found) => !silences.some(([, each]) => hides(each, found)));
  const wrong = silences.flatMap(([name, each]): readonly Finding[] => {
    const path: Path = ['silenced', name];
    if (!isFindingCode(each.code)) return [finding('silence.unknown-code', [...path, 'code'], { code: each.code })];
    if (severityOf(each.code) === 'error') return [finding('silence.error', [...path, 'code'], { code: each.code })];
    return sound && !findings.some((found) => hides(each, found)) ? [finding('silence.unused', path, { code: each.code })] : [];
  });
  return [...left, ...wrong];
}
