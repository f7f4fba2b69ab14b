/**
 * How many of one name a state keeps of what is over: records, asks that were replied to. A grid is patrolled every day for years: a command
 * on it costs no more in the tenth year than in the first. The log keeps everything, and figures are taken from the log.
 */
export const KEPT = 200;

/** How many earlier rounds of one clock a state keeps. */
const ROUNDS = 20;

interface Named { readonly id: string; readonly name: string }

/** The list with one more; of those with its name that are over, the oldest goes when there are too many. */
export const withRecent = <T extends Named>(list: readonly T[], one: T, isOver: (other: T) => boolean, kept: number): { readonly list: readonly T[]; readonly dropped: boolean } => {
  let [over, oldest] = [0, -1];
  list.forEach((other, place) => {
    if (other.name !== one.name || !isOver(other)) return;
    over += 1;
    if (oldest < 0) oldest = place;
  });
  if (over < kept) return { list: [...list, one], dropped: false };
  return { list: [...list.slice(0, oldest), ...list.slice(oldest + 1), one], dropped: true };
};

/** The id of the next record or ask of a name: numbered from 1, and on, whatever has been dropped. */
export const nextIdOf = (list: readonly Named[], name: string): string => {
  for (let place = list.length - 1; place >= 0; place -= 1) {
    const one = list[place]!;
    if (one.name === name) return `${name}#${Number(one.id.slice(name.length + 1)) + 1}`;
  }
  return `${name}#1`;
};

const roundOf = (id: string): number => Number(id.slice(id.lastIndexOf('~') + 1));

/** The number of a clock's next round. */
export const nextRound = (ids: readonly string[], id: string): number =>
  1 + Math.max(0, ...ids.filter((other) => other.startsWith(`${id}~`)).map(roundOf));

/** The earliest round of a clock, when this one makes too many. */
export const roundToDrop = (ids: readonly string[], id: string): string | undefined => {
  const at = id.lastIndexOf('~');
  if (at < 0) return undefined;
  const rounds = ids.filter((other) => other !== id && other.startsWith(id.slice(0, at + 1)));
  return rounds.length < ROUNDS ? undefined : rounds.reduce((first, other) => (roundOf(other) < roundOf(first) ? other : first));
};
