import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { wordsOf } from '@bihuan/core';
import { useWords } from '../i18n/use-words.ts';
import { ChoiceInput, DurationInput } from './basic-inputs.tsx';
import { type Choice, type Written, choicesOf, valueAt } from './edits.ts';

interface LimitInputProps { readonly label: string; readonly value: unknown; readonly method: Written; readonly onChange: (value: unknown) => void }

type Way = 'duration' | 'none' | 'field' | 'parameter' | 'endOf' | 'answer' | 'before' | 'after';
const wayOf = (value: unknown): Way => (value === 'none' ? 'none' : typeof value === 'object' && value !== null ? (['field', 'parameter', 'endOf', 'answer', 'before', 'after'] as const).find((way) => way in value) ?? 'duration' : 'duration');

const both = (zh: string, en: string) => ({ zh, en });
const ways: readonly (Choice & { readonly name: Way })[] = [
  { name: 'duration', label: both('固定时长', 'A length of time') }, { name: 'field', label: both('到某个日期字段', 'The day in a field') }, { name: 'parameter', label: both('按本区参数', 'A parameter') },
  { name: 'answer', label: both('因分类而异', 'By a classification') }, { name: 'endOf', label: both('到期末', 'The end of a period') }, { name: 'before', label: both('从另一时限倒排', 'Before another clock') },
  { name: 'after', label: both('接在另一时限之后', 'After another clock') }, { name: 'none', label: both('只计时，不设限', 'Measured only') },
];
const periods: readonly Choice[] = [['day', '当日', 'day'], ['week', '本周', 'week'], ['month', '本月', 'month'], ['quarter', '本季', 'quarter'], ['half-year', '半年', 'half-year'], ['year', '本年', 'year']].map(([name, zh, en]) => ({ name: name!, label: both(zh!, en!) }));

/** How long a clock may run: in which way that is said, and what is said. */
export function LimitInput({ label, value, method, onChange }: LimitInputProps) {
  const translate = useTranslate();
  const words = useWords();
  const way = wayOf(value);
  const days = choicesOf(Object.fromEntries(Object.entries(method.fields ?? {}).filter(([, { kind }]) => kind === 'date' || kind === 'moment')));
  const [clocks, parameters, classes] = [choicesOf(method.clocks), choicesOf(method.parameters), choicesOf(method.classifications)];
  const possible = ways.filter(({ name }) => name === way || ({ field: days.length > 0, parameter: parameters.length > 0, answer: false, before: clocks.length > 1, after: clocks.length > 1 } as Partial<Record<Way, boolean>>)[name] !== false);
  const begin = (next: string) => onChange(({
    duration: '5 working days', none: 'none', field: { field: days[0]?.name }, parameter: { parameter: parameters[0]?.name }, endOf: { endOf: 'month' }, answer: value,
    before: { before: '3 working days', of: clocks[0]?.name }, after: { after: '3 working days', of: clocks[0]?.name },
  } as const)[next as Way]);
  const part = (name: string): string => String(valueAt(value, [name]) ?? '');
  const set = (name: string, next: unknown) => onChange({ ...(value as object), [name]: next });
  const answers = method.classifications?.[part('answer')]?.answers ?? {};
  return (
    <Box role="group" aria-label={label} sx={{ display: 'grid', gap: 1.25 }}>
      <ChoiceInput label={label} value={way} choices={possible} onChange={begin} />
      {way === 'duration' && <DurationInput label={translate('bihuan.studio.edit.length')} value={typeof value === 'string' ? value : ''} onChange={onChange} />}
      {way === 'field' && <ChoiceInput label={translate('bihuan.studio.edit.dayField')} value={part('field')} choices={days} onChange={(name) => set('field', name)} />}
      {way === 'parameter' && <ChoiceInput label={translate('bihuan.studio.edit.parameter')} value={part('parameter')} choices={parameters} onChange={(name) => set('parameter', name)} />}
      {way === 'endOf' && <ChoiceInput label={translate('bihuan.studio.edit.period')} value={part('endOf')} choices={periods} onChange={(name) => set('endOf', name)} />}
      {(way === 'before' || way === 'after') && <>
        <DurationInput label={translate(`bihuan.studio.edit.${way}`)} value={part(way)} onChange={(next) => set(way, next)} />
        <ChoiceInput label={translate('bihuan.studio.edit.ofClock')} value={part('of')} choices={clocks} onChange={(name) => set('of', name)} />
      </>}
      {way === 'answer' && <>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{words(classes.find(({ name }) => name === part('answer'))?.label)}</Typography>
        {Object.entries((valueAt(value, ['is']) ?? {}) as Record<string, unknown>).filter(([, each]) => typeof each === 'string' && each !== 'none').map(([name, each]) => (
          <DurationInput key={name} label={words(answers[name] === undefined ? { zh: name, en: name } : wordsOf(answers[name]))} value={String(each)} onChange={(next) => set('is', { ...(valueAt(value, ['is']) as object), [name]: next })} />
        ))}
      </>}
    </Box>
  );
}
