/** The units that a limit is written in. Working hours follow the office's hours, working days the State Council's arrangement. */
export type DurationUnit =
  | 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years'
  | 'working-minutes' | 'working-hours' | 'working-days';

/** A length of time as a method writes it, e.g. `{ amount: 3, unit: 'working-days' }` for `"3 working days"` or `"3个工作日"`. */
export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}
