/** @jsxImportSource preact */
import type { Draft } from './drafts.ts';
import { fill } from './fill.ts';
import { said, texts } from './look.ts';
import { isEmpty } from './report-of.ts';
import type { FormInput, IntakePlace, IntakeWay, Words } from './wire.ts';

interface CheckStepProps {
  readonly place: IntakePlace;
  readonly way: IntakeWay;
  readonly draft: Draft;
  readonly keeps: Words | undefined;
  readonly onChange: (some: Partial<Draft>) => void;
}

/** A last look at what is going to be sent, and at what is kept of a person. */
export function CheckStep({ place, way, draft, keeps, onChange }: CheckStepProps) {
  const t = texts();
  const lines: [string, string][] = [
    [t.unit, said(place.label)], ...way.form.filter(({ name }) => !isEmpty(draft.fields[name])).map((input): [string, string] => [said(input.label), shown(input, draft.fields[input.name])]),
    [draft.behalf ? t.theirName : t.person, draft.name], [draft.behalf ? t.theirPhone : t.phone, draft.phone],
    ...(draft.behalf ? [[t.agentName, draft.agentName], [t.agentPhone, draft.agentPhone]] satisfies [string, string][] : []),
  ];
  return (
    <>
      <dl>{lines.filter(([, text]) => text !== '').map(([label, text]) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      {keeps && (
        <section class="privacy">
          <h3>{t.privacy}</h3>
          <p>{said(keeps)}</p>
          <label class="check"><input type="checkbox" checked={draft.agreed} onChange={(event) => onChange({ agreed: event.currentTarget.checked })} /><span>{t.agree}</span></label>
        </section>
      )}
    </>
  );
}

function shown({ kind, options = [] }: FormInput, value: unknown): string {
  const t = texts();
  if (kind === 'yes-no') return value ? t.yes : t.no;
  if (kind === 'files') return (value as object[]).map((_, i) => fill(t.photoN, { n: i + 1 })).join('、');
  const names = Array.isArray(value) ? value as string[] : [String(value)];
  return names.map((name) => said(options.find((each) => each.name === name)?.label) || name).join('、');
}
