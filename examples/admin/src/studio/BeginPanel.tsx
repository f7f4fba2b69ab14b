import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { editJson, wordsOf } from '@bihuan/core';
import { RefusalAlert } from '../forms/RefusalAlert.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../layout/Panel.tsx';
import { ChoiceInput } from './basic-inputs.tsx';
import { type StudioInfo, studioApi } from './studio-api.ts';

/** No draft yet: it begins with a version of this district's method, or with one that is shipped. It has the next version's number from the start. */
export function BeginPanel({ info, onBegun }: { readonly info: StudioInfo; readonly onBegun: (draft: { readonly text: string; readonly revision: number }) => void }) {
  const translate = useTranslate();
  const words = useWords();
  const newest = info.versions.at(-1)!;
  const choices = [
    ...info.versions.toReversed().map(({ version, label }) => ({ name: `version ${version}`, label: both(`${label.zh} ${version}`, `${label.en} ${version}`) })),
    ...info.files.filter(({ id }) => id !== info.method).map(({ id, label }) => ({ name: `file ${id}`, label: both(`随附：${label.zh}`, `Shipped: ${label.en}`) })),
  ];
  const [chosen, setChosen] = useState(choices[0]!.name);
  const { busy, refusal, submit } = useSubmit({
    form: [],
    send: async () => {
      const [sort, name] = chosen.split(' ') as [string, string];
      const written = sort === 'version' ? await studioApi.version(name) : await studioApi.file(name);
      const text = editJson(editJson(written, ['id'], info.method), ['version'], nextVersion(newest.version));
      return { text, ...await studioApi.save(text, info.draft?.revision ?? 0) };
    },
    done: onBegun,
  });
  return (
    <Panel title={translate('bihuan.studio.begin')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>{translate('bihuan.studio.beginHint', { label: words(wordsOf(newest.label)), version: newest.version })}</Typography>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: '32rem' }}>
        <ChoiceInput label={translate('bihuan.studio.from')} value={chosen} choices={choices} onChange={setChosen} />
        <RefusalAlert refusal={refusal} />
        <Box><Button variant="contained" disabled={busy} onClick={() => void submit()}>{translate('bihuan.studio.start')}</Button></Box>
      </Box>
    </Panel>
  );
}

const both = (zh: string, en: string) => ({ zh, en });

/** 1.2.3 → 1.3.0 */
const nextVersion = (version: string): string => {
  const [major = 1, minor = 0] = version.split('.').map(Number);
  return `${major}.${minor + 1}.0`;
};
