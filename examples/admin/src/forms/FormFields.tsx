import { Box, Typography } from '@mui/material';
import { useWords } from '../i18n/use-words.ts';
import type { FormInput } from '../providers/wire.ts';
import { MethodInput } from './MethodInput.tsx';
import type { FormValues } from './form-values.ts';

interface FormFieldsProps {
  readonly form: readonly FormInput[];
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  /** Posts are offered over this unit. */
  readonly over: string | undefined;
  /** What already stands above the form: a record of the same name needs no title of its own. */
  readonly heading?: string;
  readonly onChange: (name: string, value: unknown) => void;
}

/** The inputs of a form in the method's order; those that become part of one record stand under its name. */
export function FormFields({ form, values, errors, over, heading = '', onChange }: FormFieldsProps) {
  const words = useWords();
  const titleAt = (i: number): string => {
    const title = words(form[i]?.group);
    return title !== words(form[i - 1]?.group) && title !== heading ? title : '';
  };
  /** A template that is chosen drafts the text it is for; what stands there then is the reader's to change. */
  const take = (input: FormInput, value: unknown) => {
    onChange(input.name, value);
    const draft = words(input.options?.find(({ name }) => name === value)?.text);
    const text = input.name.replace(/-template$/, '');
    if (draft !== '' && form.some(({ name }) => name === text)) onChange(text, draft);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {form.map((input, i) => (
        <Box key={input.name} sx={{ display: 'grid', gap: 1.25, minWidth: 0 }}>
          {titleAt(i) && <Typography variant="h3" component="h3" sx={{ color: 'text.secondary' }}>{titleAt(i)}</Typography>}
          <MethodInput input={input} value={values[input.name]} error={errors[input.name]} over={over} onChange={(value) => take(input, value)} />
        </Box>
      ))}
    </Box>
  );
}
