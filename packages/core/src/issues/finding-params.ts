/** What is wrong with a method: each code with the params of its sentence. A finding is an issue with a severity, a pointer and where possible a mend. */
export interface FindingParams {
  'json.unreadable': { message: string; line?: number; column?: number };
}
