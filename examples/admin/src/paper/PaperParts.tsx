import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { endingsOf } from '../cases/endings-of.ts';
import { lineWhen } from '../cases/line-when.ts';
import type { CaseLine, Explanation, TimelineLine } from '../providers/wire.ts';
import { dueText, whenText } from '../time/instant-text.ts';

interface Part { readonly explanation: Explanation }

/** Pairs of label and value, two to a row; a long value takes a row of its own. */
export function PaperFacts({ row, explanation }: Part & { readonly row: CaseLine }) {
  const translate = useTranslate();
  const words = useWords();
  const { reporter, ended, answers, facts, awaited } = explanation;
  const pairs: readonly (readonly [string, string])[] = ([
    [translate('bihuan.case.kind'), words(explanation.kind.label)], [translate('bihuan.case.source'), words(explanation.source.label)],
    [translate('bihuan.case.home'), words(row.labels.home)], [translate('bihuan.case.opened'), whenText(row.opened)],
    ...(ended ? [[translate('bihuan.case.outcome'), words(ended.label)], [translate('bihuan.case.ended'), whenText(ended.at)]]
      : [[translate('bihuan.case.step'), words(explanation.step.label)], [translate('bihuan.case.awaited'), awaited.map(words).join('、')]]),
    [translate('bihuan.personal.name'), reporter?.name ?? ''], [translate('bihuan.personal.phone'), reporter?.phone ?? ''],
    ...[...answers, ...facts].map(({ label, text }) => [words(label), words(text)]),
  ] as [string, string][]).filter(([, text]) => text !== '');
  return <table className="facts"><tbody>{rowsOf(pairs).map((cells) => <tr key={cells[0]?.[0]}>{cells.map(([label, text]) => <Pair key={label} label={label} text={text} wide={cells.length === 1} />)}</tr>)}</tbody></table>;
}

const Pair = ({ label, text, wide }: { readonly label: string; readonly text: string; readonly wide: boolean }) => <><th scope="row">{label}</th><td colSpan={wide ? 3 : 1}>{text}</td></>;

/** Short ones side by side, in their order. */
function rowsOf(pairs: readonly (readonly [string, string])[]): (readonly (readonly [string, string])[])[] {
  const rows: (readonly (readonly [string, string])[])[] = [];
  const isShort = ([, text]: readonly [string, string]) => [...text].length <= 18 && !text.includes('\n');
  for (let i = 0; i < pairs.length; i++) {
    const [one, other] = [pairs[i]!, pairs[i + 1]];
    if (other && isShort(one) && isShort(other)) { rows.push([one, other]); i += 1; }
    else rows.push([one]);
  }
  return rows;
}

export function PaperClocks({ explanation: { clocks } }: Part) {
  const translate = useTranslate();
  const words = useWords();
  return <Sheet title={translate('bihuan.case.clocks')} head={['clock', 'started', 'due', 'state'].map((name) => translate(`bihuan.paper.${name}`))} rows={clocks.filter(({ phase }) => phase !== 'void').map((clock) => [
    words(clock.label), whenText(clock.started), words(clock.dueText) || (clock.due ? dueText(clock.due.at) : ''), translate(`bihuan.light.${clock.light}`),
  ])} />;
}

/** 派单: what was asked of whom. */
export function PaperAsks({ explanation: { asks } }: Part) {
  const translate = useTranslate();
  const words = useWords();
  const states = { open: 'askOpen', accepted: 'askAccepted', replied: 'askReplied' } as const;
  return <Sheet title={translate('bihuan.case.asks')} head={['ask', 'toWhom', 'asked', 'reply'].map((name) => translate(`bihuan.paper.${name}`))} rows={asks.map((ask) => [
    words(ask.label), words(ask.to), whenText(ask.at), words(ask.reply) || translate(`bihuan.case.${states[ask.state]}`),
  ])} />;
}

/** What was done, answered and said of it: every record that counts. */
export function PaperRecords({ explanation: { records } }: Part) {
  const translate = useTranslate();
  const words = useWords();
  return <Sheet title={translate('bihuan.case.records')} head={['record', 'when', 'who', 'content'].map((name) => translate(`bihuan.paper.${name}`))} widths={['18%', '19%', '15%', '48%']} rows={records.filter(({ withdrawn }) => !withdrawn).map((record) => [
    words(record.label), whenText(record.at), record.by ?? '', record.values.map(({ label, text }) => `${words(label)}：${words(text)}`).join('；'),
  ])} />;
}

/** What the endings that count as solved ask for, ticked where it is there. Of a case that has ended it was asked before. */
export function PaperChecklist({ explanation }: Part) {
  const translate = useTranslate();
  const words = useWords();
  if (explanation.ended) return null;
  return endingsOf(explanation).filter(({ outcome, checklist }) => outcome === 'solved' && checklist.length > 0).map((ending) => (
    <Sheet key={ending.name} title={translate('bihuan.paper.checklist', { label: words(ending.label) })} head={['item', 'state'].map((name) => translate(`bihuan.paper.${name}`))} widths={['80%', '20%']}
      rows={ending.checklist.map(({ say, met }) => [words(say), `${met ? '☑' : '☐'} ${translate(met ? 'bihuan.case.met' : 'bihuan.case.unmet')}`])} />
  ));
}

export function PaperTimeline({ lines }: { readonly lines: readonly TimelineLine[] }) {
  const translate = useTranslate();
  const words = useWords();
  return <Sheet title={translate('bihuan.case.timeline')} head={['when', 'who', 'content'].map((name) => translate(`bihuan.paper.${name}`))} widths={['22%', '28%', '50%']} rows={lines.map((line) => [
    lineWhen(line), line.by ? [line.by.name, words(line.by.role)].filter(Boolean).join(' · ') : translate('bihuan.case.bySystem'), words(line.title),
  ])} />;
}

/** A titled table; nothing where it would have no row. */
function Sheet({ title, head, rows, widths = [] }: { readonly title: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly widths?: readonly string[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <table>
        <thead><tr>{head.map((label, i) => <th key={label} scope="col" style={{ width: widths[i] }}>{label}</th>)}</tr></thead>
        <tbody>{rows.map((cells, i) => <tr key={i}>{cells.map((text, column) => <td key={column}>{text}</td>)}</tr>)}</tbody>
      </table>
    </>
  );
}
