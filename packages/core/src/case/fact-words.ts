import type { Words } from '../issues/issue.ts';
import type { Fact } from '../method/condition-schema.ts';
import { wordsOf } from '../method/words.ts';
import { compileFact, formatFact } from '../rules/index.ts';
import type { FactValue } from '../rules/index.ts';
import type { Scope } from '../rules/reading.ts';
import type { Addressee } from './messages.ts';
import type { Rules } from './rules.ts';

/** A value as people read it: a choice's word, a day, yes or no. */
export const textOf = (rules: Rules, fact: Fact, value: FactValue): Words => formatFact(fact, value, rules.vocabulary, rules.time);

/** A fact of the case as people read it; a dash where it is not known. */
export const factText = (rules: Rules, fact: Fact, scope: Scope): Words => {
  const value = compileFact(fact, rules.vocabulary)(scope);
  return value === undefined ? { zh: '—', en: '—' } : textOf(rules, fact, value);
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
