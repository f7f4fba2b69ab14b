/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { ask } from './api.ts';
import { type Draft, draftOf, keepDraft, unwait, wait, waiting } from './drafts.ts';
import { said, texts } from './look.ts';
import { ReportSteps } from './ReportSteps.tsx';
import { type Sent, sendAll } from './sending.ts';
import { Trouble } from './Trouble.tsx';
import { reportOf } from './report-of.ts';
import { useAnswer } from './use-answer.ts';
import { recall, store } from './memory.ts';
import type { IntakePlace, Words } from './wire.ts';

interface ReportPageProps {
  readonly district: string;
  readonly unit: string;
  readonly keeps: Words | undefined;
  readonly came: { readonly code: string; readonly sent: Sent } | undefined;
}

/** A report from the first word to its being taken. The form is kept on the telephone too: it opens without a line. */
export function ReportPage({ district, unit, keeps, came }: ReportPageProps) {
  const t = texts();
  const kept = `place:${district}/${unit}`;
  const answer = useAnswer(async () => {
    const place = await ask<IntakePlace>(district, `/intake/units/${encodeURIComponent(unit)}`);
    store(kept, place);
    return place;
  }, [district, unit]);
  const place = answer.value ?? recall<IntakePlace>(kept);
  const [draft, setDraft] = useState<Draft>(() => draftOf(district, unit));
  const [refused, setRefused] = useState<Extract<Sent, { was: 'refused' }>>();
  const [later, setLater] = useState('');
  const [busy, setBusy] = useState(false);
  const own = waiting().find(({ district: there, body }) => there === district && body.unit === unit);

  useEffect(() => {
    if (came?.sent.was === 'refused') {
      setRefused(came.sent);
      setDraft(draftOf(district, unit));
    }
    if (came?.sent.was === 'taken') setDraft(draftOf(district, unit));
  }, [came, district, unit]);

  const change = (some: Partial<Draft>) => setDraft((before) => {
    const after = { ...before, ...some };
    keepDraft(district, unit, after);
    return after;
  });
  const submit = async () => {
    const way = place?.ways.find(({ source }) => source.name === draft.source) ?? place?.ways[0];
    if (place === undefined || way === undefined) return;
    setBusy(true);
    setRefused(undefined);
    setLater('');
    wait({ district, unitLabel: place.label.zh, title: String(Object.values(draft.fields).find((value) => typeof value === 'string' && value !== '') ?? ''), body: reportOf(unit, way, draft) });
    await sendAll((_, sent) => {
      if (sent.was === 'taken') location.hash = `#/report/${encodeURIComponent(sent.id)}`;
      if (sent.was === 'refused') setRefused(sent);
      if (sent.was === 'later') setLater(sent.why);
      setDraft(draftOf(district, unit));
    });
    setBusy(false);
  };

  if (place === undefined) return <Trouble answer={answer} />;
  return (
    <>
      <h1>{said(place.label)} <small>{said(place.above)}</small></h1>
      {own && !busy ? <Waits report={own.title} later={came?.code === own.body.code && came.sent.was === 'later' ? came.sent.why : later || undefined} onDiscard={() => { unwait(own.body.code); setDraft({ ...draftOf(district, unit) }); }} />
        : place.ways.length === 0 ? <p class="alert" role="alert">{t.noPlace}</p>
          : <ReportSteps district={district} place={place} keeps={keeps} draft={draft} refused={refused} busy={busy} onChange={change} onSubmit={() => void submit()} />}
    </>
  );
}

function Waits({ report, later, onDiscard }: { readonly report: string; readonly later: string | undefined; readonly onDiscard: () => void }) {
  const t = texts();
  return (
    <section class="alert" role="status">
      <h2>{t.waitsTitle}</h2>
      <p>{report}</p>
      <p>{later ?? t.waits}</p>
      <button type="button" class="quiet" onClick={onDiscard}>{t.discard}</button>
    </section>
  );
}
