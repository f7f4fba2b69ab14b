/** What every input that is more than a text field takes. */
export interface FancyProps {
  readonly label: string;
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly hint?: string;
}
