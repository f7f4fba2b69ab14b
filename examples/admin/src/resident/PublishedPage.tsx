/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { ask } from './api.ts';
import { fill } from './fill.ts';
import { said, texts } from './look.ts';
import { Trouble } from './Trouble.tsx';
import { useAnswer } from './use-answer.ts';
import type { IntakeInfo, Publication } from './wire.ts';

const atOnce = 30;

/** What the district shows to everybody (晒): one card for each row, so that it reads on a telephone. Personal data never comes here. */
export function PublishedPage({ district, name, published }: { readonly district: string; readonly name: string; readonly published: IntakeInfo['publications'] | undefined }) {
  const t = texts();
  if (name !== '') return <Ledger district={district} name={name} />;
  return (
    <>
      <h1>{t.yourDistrict}</h1>
      {published?.length === 0 && <p class="note">{t.noPublished}</p>}
      <ul class="list">{published?.map((each) => <li key={each.name}><a class="row" href={`#/public/${encodeURIComponent(each.name)}`}>{said(each.label)}</a></li>)}</ul>
    </>
  );
}

function Ledger({ district, name }: { readonly district: string; readonly name: string }) {
  const t = texts();
  const answer = useAnswer(() => ask<Publication>(district, `/publications/${encodeURIComponent(name)}`), [district, name]);
  const [shown, setShown] = useState(atOnce);
  const { value } = answer;
  if (value === undefined) return <Trouble answer={answer} />;
  return (
    <>
      <h1>{said(value.label)}</h1>
      <p class="note">{value.rows.length === 0 ? t.empty : fill(t.rows, { count: value.rows.length })}</p>
      {value.rows.slice(0, shown).map((row, i) => <article key={i}><dl>{row.map((cell, j) => (said(cell) === '' ? null : <div key={j}><dt>{said(value.columns[j]?.label)}</dt><dd>{said(cell)}</dd></div>))}</dl></article>)}
      {shown < value.rows.length && <div class="buttons"><button type="button" class="quiet" onClick={() => setShown(shown + atOnce)}>{t.page}</button></div>}
    </>
  );
}
