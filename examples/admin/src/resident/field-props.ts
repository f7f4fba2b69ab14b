import type { FormInput } from './wire.ts';

/** What every input of a form is given. */
export interface FieldProps {
  readonly district: string;
  readonly unit: string;
  readonly input: FormInput;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
}
