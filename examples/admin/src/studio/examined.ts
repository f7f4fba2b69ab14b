import { type Finding, type Method, parseMethod, readJson } from '@bihuan/core';

/** What a text comes to: its JSON where it can be read, the method where it is sound, and everything that was found. */
export interface Examined {
  readonly value: Readonly<Record<string, unknown>> | undefined;
  readonly method: Method | undefined;
  readonly findings: readonly Finding[];
}

export function examine(text: string): Examined {
  const { value } = readJson(text);
  const parsed = parseMethod(text);
  return {
    value: typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : undefined,
    method: parsed.ok ? parsed.value : undefined, findings: parsed.ok ? parsed.findings : parsed.issues,
  };
}

export const errorsOf = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ severity }) => severity === 'error');
