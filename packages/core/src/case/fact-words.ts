import type { Words } from '../issues/issue.ts';
import type { Fact } from '../method/condition-schema.ts';
import { wordsOf } from '../method/words.ts';
import { compileFact, formatFact } from '../rules/index.ts';
import type { DirectoryWords, FactValue } from '../rules/index.ts';
import type { Reading, Scope } from '../rules/reading.ts';
import type { Addressee, Facts } from './messages.ts';
import type { Rules } from './rules.ts';

/** How people and units are called: by a directory, or as far as the case itself knows them. */
export type Names = DirectoryWords;

/** A value as people read it: a choice's word, a day, yes or no, a person's or a unit's name. */
export const textOf = (rules: Rules, fact: Fact, value: FactValue, names?: Names): Words => formatFact(fact, value, rules.vocabulary, rules.time, names);

/** The names of the people whom a case has met, and of the units that its facts bring along. */
export const namesIn = (state: Reading, facts?: Facts): Names => ({
  person: (id) => {
    for (const ask of state.asks) if (ask.to.person === id && ask.to.name !== undefined) return ask.to.name;
    for (const done of Object.values(state.done)) if (done.by?.person === id && done.by.name !== undefined) return done.by.name;
    return state.records.find((record) => record.by?.person === id)?.by?.name;
  },
  post: (id) => facts?.posts[id]?.name ?? state.asks.find((ask) => ask.to.post === id)?.to.name,
  unit: (id) => facts?.units[id]?.label?.zh,
});

/** A fact of the case as people read it; a dash where it is not known. */
export const factText = (rules: Rules, fact: Fact, scope: Scope, names: Names = namesIn(scope.state)): Words => {
  const value = compileFact(fact, rules.vocabulary)(scope);
  return value === undefined ? { zh: '—', en: '—' } : textOf(rules, fact, value, names);
};

export const addresseeWords = (rules: Rules, to: Addressee): Words => {
  if (to.reporter) return { zh: '诉求人', en: 'the reporter' };
  const role = to.role === undefined ? undefined : wordsOf(rules.method.roles[to.role]?.label ?? to.role);
  const who = to.name ?? to.person ?? (to.role === undefined ? to.unit : undefined);
  if (who === undefined) return role ?? { zh: '—', en: '—' };
  return role === undefined ? { zh: who, en: who } : { zh: `${who}（${role.zh}）`, en: `${who} (${role.en})` };
};

const words: Record<string, Words> = {
  'done': { zh: '已完成', en: 'done' }, 'accepted': { zh: '已接受', en: 'accepted' }, 'granted': { zh: '已同意', en: 'granted' },
  'refused': { zh: '未同意', en: 'refused' }, 'sent-back': { zh: '已退回', en: 'sent back' }, 'withdrawn': { zh: '已撤回', en: 'withdrawn' },
};

/** What the method calls a reply, else the plain word. */
export const replyWords = (rules: Rules, ask: string, as: string): Words => {
  const own = rules.method.asks?.[ask]?.replies?.[as]?.label;
  return own === undefined ? words[as] ?? wordsOf(as) : wordsOf(own);
};
