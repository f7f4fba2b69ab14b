import { Box, Button, TextField } from '@mui/material';
import type { FormEvent } from 'react';
import { useMemo, useState } from 'react';
import { useDataProvider, useGetIdentity, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { FormFields } from '../forms/FormFields.tsx';
import { RefusalAlert } from '../forms/RefusalAlert.tsx';
import { inputOf } from '../forms/form-values.ts';
import { UnitInput } from '../forms/UnitInput.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { atOrBelow, useUnits } from '../forms/use-units.ts';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../layout/Panel.tsx';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Opening, Session } from '../providers/wire.ts';
import { logPath } from '../cases/log-path.ts';
import { useNow } from '../time/use-now.ts';
import { SimilarNotice } from './SimilarNotice.tsx';
import { ReporterFields, type ReporterEntry } from './ReporterFields.tsx';

/** The form of one source: home, reporter where the source has one, and what the method asks. Leads to the new case. */
export function ReportForm({ opening, onBack }: { readonly opening: Opening; readonly onBack: () => void }) {
  const translate = useTranslate();
  const words = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const now = useNow() ?? '';
  const provider = useDataProvider<BihuanProvider>();
  const identity = useGetIdentity().data as Session | undefined;
  const { units } = useUnits();
  const [reporter, setReporter] = useState<ReporterEntry>({ name: '', phone: '' });
  const [picked, setPicked] = useState<string>();
  const own = useMemo(() => identity?.posts?.map(({ unit }) => unit) ?? [], [identity]);
  const reach = useMemo(() => atOrBelow(units, own), [units, own]);
  const home = picked ?? own[0] ?? '';

  const { values, errors, refusal, busy, change, submit } = useSubmit<{ readonly id: string }>({
    form: opening.form,
    alsoNamed: ['home', 'reporter', 'name', 'phone'],
    send: (input, key) => (opening.register ? provider.enter({ kind: opening.kind, action: opening.action, ...(home ? { home } : {}), fields: inputOf(opening.form, input, now) }, key) : provider.report({
      kind: opening.kind, action: opening.action, ...(opening.source.name ? { source: opening.source.name } : {}), ...(home ? { home } : {}),
      ...(opening.source.reporter !== 'none' && (reporter.name || reporter.phone) ? { reporter: Object.fromEntries(Object.entries(reporter).filter(([, text]) => text.trim() !== '')) } : {}),
      fields: inputOf(opening.form, input, now),
    }, key)),
    done: ({ id }) => {
      notify('bihuan.report.done', { type: 'success', messageArgs: { id } });
      void navigate(logPath({ id, subject: opening.register === true }));
    },
  });
  const onSubmit = (event: FormEvent) => { event.preventDefault(); void submit(); };
  return (
    <Box component="form" onSubmit={onSubmit} noValidate sx={{ maxWidth: '44rem' }}>
      <Panel title={opening.register ? words(opening.source.label) : [...new Set([words(opening.source.label), words(opening.label)])].filter(Boolean).join(' · ')} beside={<Button size="small" onClick={onBack}>{translate('bihuan.report.back')}</Button>}>
        <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
          {reach.length === 1
            ? <TextField label={translate('bihuan.report.home')} value={words(units.find(({ id }) => id === home)?.label)} slotProps={{ htmlInput: { readOnly: true } }} error={Boolean(errors['home'])} helperText={errors['home']} />
            : <UnitInput label={translate('bihuan.report.home')} required only={reach} value={home} error={errors['home']} onChange={setPicked} />}
          {opening.source.reporter !== 'none' && <ReporterFields required={opening.source.reporter === 'required'} value={reporter} error={errors['reporter'] ?? errors['name'] ?? errors['phone']} onChange={setReporter} />}
          <FormFields form={opening.form} values={values} errors={errors} over={home} onChange={change} />
          {!opening.register && <SimilarNotice opening={opening} home={home} fields={inputOf(opening.form, values, now)} />}
          <RefusalAlert refusal={refusal} />
          <Box><Button type="submit" variant="contained" disabled={busy} sx={{ minWidth: '8rem' }}>{translate(busy ? 'bihuan.form.submitting' : 'bihuan.report.submit')}</Button></Box>
        </Box>
      </Panel>
    </Box>
  );
}
