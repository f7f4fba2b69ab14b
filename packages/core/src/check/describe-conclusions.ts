import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { conditionText, rulesInOrder, type Vocabulary } from '../rules/index.ts';
import { requirementLines } from './describe-actions.ts';
import { keys, labelIn, listed, quoted, say, some, type Article } from './phrases.ts';

type Classification = NonNullable<Method['classifications']>[string];

/** 分类: the answers, and decision tables as tables, which is what a district can check. */
export const describeClassifications = (method: Method, vocabulary: Vocabulary): readonly Article[] => Object.values(method.classifications ?? {}).map((classification) => ({
  head: wordsOf(classification.label),
  lines: [
    { person: { zh: '由人判断', en: 'Decided by a person' }, table: { zh: '按下表得出', en: 'Decided by this table' }, proposed: { zh: '按下表提出建议，由人确认', en: 'Proposed by this table, confirmed by a person' } }[classification.by],
    ...some(keys(classification.answers), () => say('结论为{0}', 'Answers: {0}', listed(Object.values(classification.answers ?? {}).map((answer) => quoted(wordsOf(answer)))))),
    ...(classification.rules === undefined ? [] : [
      { first: { zh: '自上而下，先成立的为准', en: 'The first that holds counts' }, unique: { zh: '只有一条成立', en: 'Exactly one holds' }, collect: { zh: '成立的都算', en: 'All that hold count' } }[classification.hit ?? 'first'],
      ...tableLines(classification, vocabulary),
    ]),
  ],
  source: classification.source, note: classification.note,
}));

function tableLines(classification: Classification, vocabulary: Vocabulary): readonly Words[] {
  const outputs = Object.entries(classification.outputs ?? {});
  const heads = outputs.length > 0 ? outputs.map(([, label]) => wordsOf(label)) : [{ zh: '结论', en: 'Answer' }];
  const row = (cells: readonly Words[]): Words => ({ zh: `| ${cells.map((cell) => cell.zh).join(' | ')} |`, en: `| ${cells.map((cell) => cell.en).join(' | ')} |` });
  const answer = (name: string): Words => (classification.answers?.[name] === undefined ? { zh: name, en: name } : wordsOf(classification.answers[name]));
  return [
    row([{ zh: '情形', en: 'Where' }, ...heads]),
    row([{ zh: '---', en: '---' }, ...heads.map(() => ({ zh: '---', en: '---' }))]),
    ...rulesInOrder(classification).map(([, { when, then }]) => row([
      when === undefined ? { zh: '其他', en: 'otherwise' } : conditionText(when, vocabulary),
      ...(typeof then === 'string' ? [answer(then)] : outputs.map(([output]) => (then[output] === undefined ? { zh: '—', en: '—' } : wordsOf(then[output])))),
    ])),
  ];
}

const OUTCOMES: { readonly [O in Method['endings'][string]['outcome']]: Words } = {
  solved: { zh: '办结', en: 'solved' }, 'not-entered': { zh: '未纳入', en: 'not entered' }, merged: { zh: '并案', en: 'merged' }, referred: { zh: '转出', en: 'referred' },
  withdrawn: { zh: '撤诉', en: 'withdrawn' }, abandoned: { zh: '终止', en: 'abandoned' }, void: { zh: '作废', en: 'void' }, removed: { zh: '注销', en: 'struck off' },
};

/** 结果与销号条件: each ending with its checklist. */
export const describeEndings = (method: Method, vocabulary: Vocabulary): readonly Article[] => [
  { lines: [{ zh: '事项结束前，须已答复诉求人，或者写明无法答复的原因（件件有回音）', en: 'No case ends before the reporter has an answer, or the reason why none can be given is recorded' }] },
  ...Object.values(method.endings).map((ending): Article => ({
    head: wordsOf(ending.label),
    lines: [
      ...(ending.outcome === 'removed' ? [{ zh: '用于名册条目，不必答复', en: 'It is for register entries and wants no answer' }] : []),
      say('统计为{0}', 'Counted as {0}', OUTCOMES[ending.outcome]),
      ...(ending.labels === undefined ? [] : labelLines(ending.labels, method)),
      ...some(ending.keeps?.clocks ?? [], () => say('结束后仍计{0}', '{0} goes on after it', listed(ending.keeps!.clocks!.map((clock) => quoted(labelIn(method.clocks, clock)))))),
      ...some(ending.keeps?.asks ?? [], () => say('结束后仍保留{0}', '{0} stays open after it', listed(ending.keeps!.asks!.map((ask) => quoted(labelIn(method.asks, ask)))))),
      ...requirementLines(ending.requires, vocabulary, { zh: '须满足：', en: 'It requires:' }),
    ],
    source: ending.source, note: ending.note,
  })),
];

/** Which word for which answer; or the column of a table from which it is read. */
function labelLines({ answer, output, is }: NonNullable<Method['endings'][string]['labels']>, method: Method): readonly Words[] {
  const of = method.classifications?.[answer];
  const words = Object.entries(is ?? {}).map(([name, word]) => say('{0}的称{1}', '{0}: {1}', quoted(of?.answers?.[name] === undefined ? { zh: name, en: name } : wordsOf(of.answers[name])), quoted(wordsOf(word))));
  const from = output === undefined ? [] : [say('取表中{0}一栏', 'read from the column {0}', quoted(of?.outputs?.[output] === undefined ? { zh: output, en: output } : wordsOf(of.outputs[output])))];
  const said = [...words, ...from];
  return [say(said.length === 0 ? '名称依{0}而定' : '名称依{0}而定：{1}', said.length === 0 ? 'Its word depends on {0}' : 'Its word depends on {0}: {1}', quoted(labelIn(method.classifications, answer)), listed(said, '，', '; '))];
}
