import type { Fact, Method, Words, vocabularyOf } from '@bihuan/core';

export type Vocabulary = ReturnType<typeof vocabularyOf>;

/** What a listed fact holds, as far as inputs, comparisons and the directory care. */
export type FactKind = 'text' | 'number' | 'date' | 'moment' | 'due' | 'yes-no' | 'choice' | 'unit' | 'post' | 'person' | 'party';

export interface FactSort { readonly kind: FactKind; readonly options: ReadonlyMap<string, Words> }

const none: ReadonlyMap<string, Words> = new Map();
const plain = (kind: FactKind): FactSort => ({ kind, options: none });
const choice = (options: ReadonlyMap<string, Words>): FactSort => ({ kind: 'choice', options });

/** The kind of a fact and, of a choice, its options: known from the method, without a case. */
export function sortOfFact(fact: Fact, method: Method, vocabulary: Vocabulary): FactSort {
  if ('field' in fact) return ofField(vocabulary.fields.get(fact.field));
  if ('record' in fact) return fact.show === undefined ? plain('yes-no') : ofField(vocabulary.records.get(fact.record)?.fields.get(fact.show));
  if ('answer' in fact) {
    const classification = vocabulary.classifications.get(fact.answer);
    if (fact.output === undefined) return choice(classification?.answers ?? none);
    return { kind: 'text', options: classification?.outputs.get(fact.output)?.texts ?? none };
  }
  if ('case' in fact) return ofCase(fact.case, vocabulary);
  if ('clock' in fact) {
    switch (fact.show ?? 'state') {
      case 'started': case 'stopped': return plain('moment');
      case 'due': return plain('due');
      case 'late': return plain('yes-no');
      case 'holder': return plain('party');
      default: return choice(clockStates);
    }
  }
  if ('ask' in fact) {
    switch (fact.show ?? 'state') {
      case 'post': case 'person': case 'unit': return plain(fact.show as 'post');
      case 'asked': case 'replied': return plain('moment');
      case 'reply': return choice(vocabulary.asks.get(fact.ask)?.replies ?? none);
      default: return choice(askStates);
    }
  }
  return plain(fact.show === 'at' ? 'moment' : fact.show === 'by' ? 'person' : 'number');
}

function ofField(field: { readonly kind: Method['fields'][string]['kind']; readonly options?: ReadonlyMap<string, Words> } | undefined): FactSort {
  switch (field?.kind) {
    case 'number': case 'date': case 'moment': case 'yes-no': case 'post': case 'unit': return plain(field.kind);
    case 'choice': case 'choices': return choice(field.options ?? none);
    default: return plain('text');
  }
}

function ofCase(name: Extract<Fact, { case: unknown }>['case'], vocabulary: Vocabulary): FactSort {
  switch (name) {
    case 'kind': return choice(vocabulary.kinds);
    case 'source': return choice(vocabulary.sources);
    case 'step': return choice(vocabulary.steps);
    case 'ending': return choice(vocabulary.endings);
    case 'outcome': return choice(outcomes);
    case 'home': case 'holder': return plain('unit');
    case 'opened': case 'ended': case 'now': return plain('moment');
    case 'reporter': return plain('yes-no');
    case 'opened-by': return plain('person');
    default: return plain('text');
  }
}

const words = (entries: Readonly<Record<string, readonly [string, string]>>): ReadonlyMap<string, Words> =>
  new Map(Object.entries(entries).map(([name, [zh, en]]) => [name, { zh, en }]));

const clockStates = words({ waiting: ['未起算', 'waiting'], running: ['计时中', 'running'], held: ['中止', 'held'], met: ['按时', 'met'], broken: ['超期', 'broken'], void: ['作废', 'void'] });
const askStates = words({ none: ['未派出', 'none'], open: ['待回复', 'open'], accepted: ['已签收', 'accepted'], replied: ['已回复', 'replied'] });
const outcomes = words({
  solved: ['办结', 'solved'], 'not-entered': ['未纳入', 'not entered'], merged: ['并案', 'merged'], referred: ['转出', 'referred'],
  withdrawn: ['撤诉', 'withdrawn'], abandoned: ['终止', 'abandoned'], void: ['作废', 'void'],
});
