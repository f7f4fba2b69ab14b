import { whenText } from '../time/instant-text.ts';
import type { TimelineLine } from '../providers/wire.ts';

/** What happens at the end of a day belongs to that day: 24:00, not the next day's 00:00. */
export const lineWhen = ({ at, day }: TimelineLine): string => (day !== undefined && whenText(at).endsWith(' 00:00') ? `${day} 24:00` : whenText(at));
