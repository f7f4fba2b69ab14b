/** @jsxImportSource preact */
import { type Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CheckStep } from './CheckStep.tsx';
import { Field } from './Field.tsx';
import { PersonStep } from './PersonStep.tsx';
import type { Draft } from './drafts.ts';
import { fill } from './fill.ts';
import { said, texts } from './look.ts';
import { isEmpty } from './report-of.ts';
import type { Sent } from './sending.ts';
import { SimilarNote } from './SimilarNote.tsx';
import type { IntakePlace, IntakeWay, Words } from './wire.ts';

export interface StepsProps {
  readonly district: string;
  readonly place: IntakePlace;
  readonly keeps: Words | undefined;
  readonly draft: Draft;
  readonly refused: Extract<Sent, { was: 'refused' }> | undefined;
  readonly busy: boolean;
  readonly onChange: (some: Partial<Draft>) => void;
  readonly onSubmit: () => void;
}

/** Three steps, one after the other, each with large inputs: the problem, whom to answer, a last look. */
export function ReportSteps(props: StepsProps) {
  const { district, place, keeps, draft, refused, busy, onChange, onSubmit } = props;
  const t = texts();
  const [missing, setMissing] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const way = place.ways.find(({ source }) => source.name === draft.source) ?? place.ways[0]!;
  const missingOf = [
    () => missingField(way, draft), () => (way.reporter === 'required' && !draft.name.trim() && !draft.phone.trim() ? t.needPerson : ''),
    () => (givesPerson(way, draft) && !draft.agreed ? t.needAgree : ''),
  ];
  const go = (to: number) => {
    const first = to > draft.step ? missingOf.findIndex((each, i) => i < to && each() !== '') : -1;
    setMissing(first < 0 ? '' : missingOf[first]!());
    if (first < 0 && to === 3) onSubmit();
    else onChange({ step: first < 0 ? to : first });
  };
  useEffect(() => { heading.current?.focus(); }, [draft.step]);
  useEffect(() => { if (refused) setMissing(''); }, [refused]);
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); go(draft.step + 1); }}>
      <p class="note">{fill(t.stepOf, { n: draft.step + 1, of: 3 })}</p>
      <h2 ref={heading as Ref<HTMLHeadingElement>} tabIndex={-1}>{t.steps[draft.step]}</h2>
      {refused && <div class="alert" role="alert"><strong>{t.refused}</strong><p>{refused.why}</p></div>}
      {draft.step === 0 && (
        <>
          {place.ways.length > 1 && <WayChoice ways={place.ways} chosen={way.source.name} onChange={(source) => onChange({ source })} />}
          {way.form.map((input) => <Field key={input.name} district={district} unit={place.name} input={input} value={draft.fields[input.name]} error={refused?.errors[input.name]} onChange={(value) => onChange({ fields: { ...draft.fields, [input.name]: value } })} />)}
        </>
      )}
      {draft.step === 1 && <PersonStep needed={way.reporter === 'required'} draft={draft} onChange={onChange} />}
      {draft.step === 2 && <><SimilarNote district={district} unit={place.name} way={way} draft={draft} /><CheckStep place={place} way={way} draft={draft} keeps={givesPerson(way, draft) ? keeps : undefined} onChange={onChange} /></>}
      <p class="trap" aria-hidden="true"><label>Website <input name="website" tabIndex={-1} autocomplete="off" value={draft.website} onInput={(event) => onChange({ website: event.currentTarget.value })} /></label></p>
      {missing && <p class="alert" role="alert">{missing}</p>}
      <div class="buttons">
        <button type="submit" disabled={busy}>{busy ? t.sending : draft.step === 2 ? t.submit : t.next}</button>
        {draft.step > 0 && <button type="button" class="quiet" disabled={busy} onClick={() => go(draft.step - 1)}>{t.back}</button>}
      </div>
      <p class="note">{t.saved}</p>
    </form>
  );
}

const missingField = ({ form }: IntakeWay, { fields }: Draft): string => {
  const empty = form.find(({ name, optional }) => !optional && isEmpty(fields[name]));
  return empty === undefined ? '' : fill(texts().required, { label: said(empty.label) });
};

const givesPerson = ({ reporter }: IntakeWay, { name, phone }: Draft): boolean => reporter !== 'none' && (name !== '' || phone !== '');

function WayChoice({ ways, chosen, onChange }: { readonly ways: readonly IntakeWay[]; readonly chosen: string; readonly onChange: (source: string) => void }) {
  return (
    <label class="field"><span>{texts().way}</span>
      <select value={chosen} onChange={(event) => onChange(event.currentTarget.value)}>{ways.map(({ source }) => <option key={source.name} value={source.name}>{said(source.label)}</option>)}</select>
    </label>
  );
}
