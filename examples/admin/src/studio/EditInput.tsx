import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ChoicesInput } from '../forms/ChoicesInput.tsx';
import { useWords } from '../i18n/use-words.ts';
import { ChoiceInput, DurationInput, WordsInput } from './basic-inputs.tsx';
import type { Choice, Edit, Written } from './edits.ts';
import { LimitInput } from './LimitInput.tsx';
import { OptionsInput } from './OptionsInput.tsx';

export type Change = (path: Edit['path'], value: unknown) => void;
interface EditInputProps { readonly edit: Edit; readonly value: unknown; readonly method: Written; readonly change: Change }

/** The input that an edit asks for. */
export function EditInput({ edit, value, method, change }: EditInputProps) {
  const translate = useTranslate();
  const words = useWords();
  const label = [words(edit.of), translate(`bihuan.studio.edit.${edit.label}`)].filter(Boolean).join(' · ');
  const set = (next: unknown) => change(edit.path, next);
  switch (edit.kind) {
    case 'words': return <WordsInput value={value} label={label} onChange={set} />;
    case 'text': return <TextField label={label} value={textOf(value)} onChange={({ target }) => set(target.value)} />;
    case 'day': return <TextField type="date" label={label} value={textOf(value)} onChange={({ target }) => set(target.value || undefined)} slotProps={{ inputLabel: { shrink: true } }} />;
    case 'number': return <TextField type="number" label={label} value={textOf(value)} onChange={({ target }) => set(target.value === '' ? undefined : Number(target.value))} />;
    case 'duration': return <DurationInput label={label} value={textOf(value)} onChange={set} />;
    case 'choice': return <ChoiceInput label={label} value={textOf(value)} choices={edit.choices ?? []} onChange={set} />;
    case 'choices': return <ChoicesInput label={label} options={[...edit.choices ?? []]} value={Array.isArray(value) ? value as string[] : []} onChange={set} />;
    case 'yes': return <ChoiceInput label={label} value={value === true ? 'yes' : 'no'} choices={yesNo} onChange={(next) => set(next === 'yes' ? true : undefined)} />;
    case 'options': return <OptionsInput label={label} value={value} onChange={set} />;
    case 'limit': return <LimitInput label={label} value={value} method={method} onChange={set} />;
  }
}

const yesNo: readonly Choice[] = [{ name: 'no', label: { zh: '否', en: 'No' } }, { name: 'yes', label: { zh: '是', en: 'Yes' } }];
const textOf = (value: unknown): string => (value === undefined || value === null || typeof value === 'object' ? '' : String(value));
