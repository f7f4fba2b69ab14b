import { newCode } from './code.ts';
import { recall, store } from './memory.ts';
import type { IntakeReport } from './wire.ts';

/** A report that is being written. Each unit has its own; it is kept at every keystroke. */
export interface Draft {
  readonly step: number;
  readonly source?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly name: string;
  readonly phone: string;
  readonly behalf: boolean;
  readonly agentName: string;
  readonly agentPhone: string;
  readonly agreed: boolean;
  readonly website: string;
  readonly code: string;
}

/** A report that waits to be sent; nothing of it changes any more, so that it may be sent as often as it takes. */
export interface Waiting { readonly district: string; readonly title: string; readonly unitLabel: string; readonly body: IntakeReport }

/** A report that was taken, and the code that opens it. */
export interface Taken { readonly district: string; readonly id: string; readonly code: string; readonly title: string; readonly unitLabel: string; readonly at: string }

const draftName = (district: string, unit: string): string => `draft:${district}/${unit}`;
const nothing = (): Draft => ({ step: 0, fields: {}, name: '', phone: '', behalf: false, agentName: '', agentPhone: '', agreed: false, website: '', code: newCode() });

export const draftOf = (district: string, unit: string): Draft => ({ ...nothing(), ...recall<Draft>(draftName(district, unit)) });
export const keepDraft = (district: string, unit: string, draft: Draft): void => store(draftName(district, unit), draft);
/** What was refused is written on under a new code. */
export const keepRefused = (district: string, unit: string): void => keepDraft(district, unit, { ...draftOf(district, unit), code: newCode() });
/** Whoever reports a second matter need not give his own name again; whom he did the first for is forgotten. */
export const endDraft = (district: string, unit: string): void => {
  const { name, phone, behalf, agentName, agentPhone } = draftOf(district, unit);
  keepDraft(district, unit, { ...nothing(), name: behalf ? agentName : name, phone: behalf ? agentPhone : phone });
};

export const waiting = (): readonly Waiting[] => recall<Waiting[]>('waiting') ?? [];
export const wait = (report: Waiting): void => store('waiting', [...waiting().filter(({ body }) => body.code !== report.body.code), report]);
export const unwait = (code: string): void => store('waiting', waiting().filter(({ body }) => body.code !== code));

export const taken = (): readonly Taken[] => recall<Taken[]>('taken') ?? [];
export const take = (report: Taken): void => store('taken', [report, ...taken().filter(({ id, district }) => id !== report.id || district !== report.district)].slice(0, 100));
export const untake = (report: Taken): void => store('taken', taken().filter(({ id, district }) => id !== report.id || district !== report.district));
