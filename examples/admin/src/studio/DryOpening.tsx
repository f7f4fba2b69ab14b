import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatInstant } from '@bihuan/core';
import { FormFields } from '../forms/FormFields.tsx';
import { inputOf } from '../forms/form-values.ts';
import { RefusalAlert } from '../forms/RefusalAlert.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../layout/Panel.tsx';
import { Empty, Loading } from '../layout/states.tsx';
import type { FormInput } from '../providers/wire.ts';
import { refused } from './dry-refusal.ts';
import type { DryRun } from './dry-run.ts';

interface DryOpeningProps { readonly run: DryRun; readonly post: string; readonly now: number; readonly onOpened: (id: string) => void }
type Opening = Awaited<ReturnType<DryRun['engine']['openings']>>[number];

/** The ways in that this post has, and the form of the one that is chosen. */
export function DryOpening(props: DryOpeningProps) {
  const { run, post, now } = props;
  const translate = useTranslate();
  const words = useWords();
  const [chosen, setChosen] = useState(0);
  const { data } = useQuery({ queryKey: ['openings', post, now], queryFn: async () => run.engine.openings(await run.actorOf(post), now) });
  if (!data) return <Loading />;
  const opening = data[chosen] ?? data[0];
  if (!opening) return <Empty>{translate('bihuan.studio.cannotOpen')}</Empty>;
  return (
    <Panel title={translate('bihuan.studio.open')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: '44rem' }}>
        <TextField select label={translate('bihuan.report.choose')} value={data.indexOf(opening)} onChange={({ target }) => setChosen(Number(target.value))}>
          {data.map((each, i) => <MenuItem key={`${each.action} ${each.source.name}`} value={i}>{words(each.source.label)} · {words(each.label)}</MenuItem>)}
        </TextField>
        <OpeningForm key={`${opening.action} ${opening.source.name}`} {...props} opening={opening} />
      </Box>
    </Panel>
  );
}

function OpeningForm({ run, post, now, onOpened, opening }: DryOpeningProps & { readonly opening: Opening }) {
  const translate = useTranslate();
  const [name, setName] = useState('');
  const form = opening.form as unknown as readonly FormInput[];
  const home = run.posts.find(({ id }) => id === post)?.unit ?? '';
  const { values, errors, refusal, busy, change, submit } = useSubmit<string>({
    form, alsoNamed: ['reporter', 'name'],
    send: async (input) => {
      const { method, kind, action, source } = opening;
      const result = await run.engine.open({
        method, kind, action, home, fields: inputOf(form, input, formatInstant(now, run.zone)), ...(source.name && { source: source.name }), ...(name.trim() && { reporter: { name: name.trim() } }),
      }, { by: await run.actorOf(post), at: now });
      if (!result.ok) throw refused(result.issues);
      return result.value.id;
    },
    done: onOpened,
  });
  const onSubmit = (event: FormEvent) => { event.preventDefault(); void submit(); };
  return (
    <Box component="form" onSubmit={onSubmit} noValidate sx={{ display: 'grid', gap: 2 }}>
      {opening.source.reporter !== 'none' && <TextField label={translate('bihuan.report.name')} value={name} required={opening.source.reporter === 'required'} error={Boolean(errors['reporter'] ?? errors['name'])} helperText={errors['reporter'] ?? errors['name']} onChange={({ target }) => setName(target.value)} />}
      <FormFields form={form} values={values} errors={errors} over={home} onChange={change} />
      <RefusalAlert refusal={refusal} />
      <Box><Button type="submit" variant="contained" disabled={busy}>{translate('bihuan.report.submit')}</Button></Box>
    </Box>
  );
}
