
// Instants arrive with the method's offset: what stands before it is the local time there. No zone is ever computed here.

/** `2021-10-08 09:00` */
export const whenText = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`;

/** The day before, `YYYY-MM-DD`. */
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** When a limit ends: the midnight that ends a day is said as 24:00 of that day, as people say it. */
export const dueText = (at: string): string => (at.slice(11, 16) === '00:00' ? `${dayBefore(at.slice(0, 10))} 24:00` : whenText(at));

/** The same without the year when it is this year's. */
export const briefly = (text: string, now: string | undefined): string => (now && text.slice(0, 4) === now.slice(0, 4) ? text.slice(5) : text);

/** The offset that the server writes, for what is typed as a local moment. */
export const offsetOf = (at: string): string => /(Z|[+-]\d\d:\d\d)$/.exec(at)?.[1] ?? 'Z';

export interface Length { readonly unit: 'days' | 'hours' | 'minutes' | 'soon'; readonly n: number }

/** How far apart, in the largest unit that says something: days from two on, hours from two on, else minutes. */
export function lengthBetween(from: string, to: string): Length {
  const minutes = Math.floor(Math.abs(Date.parse(to) - Date.parse(from)) / 60_000);
  if (minutes >= 2 * 1440) return { unit: 'days', n: Math.floor(minutes / 1440) };
  if (minutes >= 120) return { unit: 'hours', n: Math.floor(minutes / 60) };
  return minutes > 0 ? { unit: 'minutes', n: minutes } : { unit: 'soon', n: 0 };
}
