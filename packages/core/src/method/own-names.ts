/** The names of one method, by section. Each is a union of literals, or `string` when nothing is known. */
export interface Names {
  level: string; role: string; source: string; kind: string; field: string; classification: string; condition: string; step: string;
  action: string; record: string; ask: string; clock: string; ending: string; metric: string; parameter: string;
  subject: string; link: string; norm: string;
}
