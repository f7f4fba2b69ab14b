/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { ActionForm } from './ActionForm.tsx';
import { ask } from './api.ts';
import { spaced } from './code.ts';
import { taken } from './drafts.ts';
import { said, shownAt, texts } from './look.ts';
import { LookUp } from './LookUp.tsx';
import { Trouble } from './Trouble.tsx';
import { useAnswer } from './use-answer.ts';
import type { IntakeProgress } from './wire.ts';

/** How a report stands. The code comes from this telephone; on another it is asked for. */
export function ProgressPage({ district, id }: { readonly district: string; readonly id: string }) {
  const code = taken().find((each) => each.district === district && each.id === id)?.code;
  return code === undefined ? <LookUp district={district} id={id} /> : <Progress district={district} id={id} code={code} />;
}

function Progress({ district, id, code }: { readonly district: string; readonly id: string; readonly code: string }) {
  const t = texts();
  const answer = useAnswer(() => ask<IntakeProgress>(district, `/intake/reports/${encodeURIComponent(id)}`, { headers: { 'Report-Code': code } }), [district, id, code]);
  const [done, setDone] = useState<{ readonly progress: IntakeProgress; readonly of: IntakeProgress | undefined; readonly label: string }>();
  const progress = done !== undefined && done.of === answer.value ? done.progress : answer.value;
  return (
    <>
      <h1>{t.progress}</h1>
      <dl class="receipt"><div><dt>{t.number}</dt><dd>{id}</dd></div><div><dt>{t.code}</dt><dd class="code">{spaced(code)}</dd></div></dl>
      <p class="note">{t.codeSay}</p>
      {done !== undefined && progress === done.progress && <p class="hint" role="status">{done.label}</p>}
      {progress === undefined ? <Trouble answer={answer} /> : <><Stands progress={progress} /><Answers progress={progress} /><Acts key={progress.actions.length} district={district} code={code} progress={progress} onDone={(after, label) => setDone({ progress: after, of: answer.value, label })} /><Reported progress={progress} /></>}
      {progress !== undefined && answer.error !== undefined && <Trouble answer={answer} />}
      <div class="buttons"><button type="button" class="quiet" onClick={answer.again}>{t.refresh}</button><a class="button quiet" href="#/">{t.again}</a></div>
    </>
  );
}

const marks = { done: '✓', here: '●', ahead: '○' } as const;

function Stands({ progress: { line, due, ended, step } }: { readonly progress: IntakeProgress }) {
  const t = texts();
  return (
    <section>
      <h2>{ended ? `${t.ended}：${said(ended.label)}` : said(step)}</h2>
      {ended && <p class="note">{shownAt(ended.at)}</p>}
      <ol class="line">{line.map(({ label, state }) => <li key={label.zh} class={state}><span aria-hidden="true">{marks[state]}</span> {said(label)} <small>{t[state]}</small></li>)}</ol>
      {due.length > 0 && <><h3>{t.due}</h3><ul class="due">{due.map(({ label, text, late }) => <li key={label.zh} class={late ? 'late' : ''}>{said(label)}：{said(text)}{late && <strong> {t.late}</strong>}</li>)}</ul></>}
    </section>
  );
}

function Answers({ progress: { answers } }: { readonly progress: IntakeProgress }) {
  const t = texts();
  return (
    <section>
      <h2>{t.answers}</h2>
      {answers.length === 0 && <p class="note">{t.noAnswers}</p>}
      {answers.map(({ label, at, said: lines }, i) => <article key={i}><h3>{said(label)} <small>{shownAt(at)}</small></h3><dl>{lines.map((line) => <div key={line.label.zh}><dt>{said(line.label)}</dt><dd>{said(line.text)}</dd></div>)}</dl></article>)}
    </section>
  );
}

function Reported({ progress: { reported, opened, unit } }: { readonly progress: IntakeProgress }) {
  const t = texts();
  return (
    <section>
      <h2>{t.reported}</h2>
      <dl>
        <div><dt>{t.at}</dt><dd>{shownAt(opened)}</dd></div><div><dt>{t.unit}</dt><dd>{said(unit)}</dd></div>
        {reported.map(({ label, text }) => <div key={label.zh}><dt>{said(label)}</dt><dd>{said(text)}</dd></div>)}
      </dl>
    </section>
  );
}

interface ActsProps { readonly district: string; readonly code: string; readonly progress: IntakeProgress; readonly onDone: (after: IntakeProgress, label: string) => void }

function Acts({ district, code, progress, onDone }: ActsProps) {
  const t = texts();
  const [chosen, setChosen] = useState('');
  if (progress.actions.length === 0) return null;
  return (
    <section>
      <h2>{t.act}</h2>
      <div class="buttons">{progress.actions.map(({ name, label }) => <button key={name} type="button" class={chosen === name ? '' : 'quiet'} aria-expanded={chosen === name} onClick={() => setChosen(chosen === name ? '' : name)}>{said(label)}</button>)}</div>
      {progress.actions.filter(({ name }) => name === chosen).map((action) => <ActionForm key={action.name} district={district} code={code} id={progress.id} action={action} onDone={onDone} onCancel={() => setChosen('')} />)}
    </section>
  );
}
