import type { Words } from '../issues/issue.ts';
import { notKnown } from './built-in-words.ts';
import { nameOfFact } from './fact-text.ts';
import type { Own } from './fact-shape.ts';
import { percentOf } from './ratio.ts';
import type { Scope } from './reading.ts';
import { readShare, shareTests, type ShareCondition } from './share.ts';
import { joined, same, say } from './spoken.ts';
import type { Vocabulary } from './vocabulary.ts';

const verbs = { min: ['不低于', 'is at least'], above: ['高于', 'is above'], max: ['不高于', 'is at most'], below: ['低于', 'is below'] } as const;

/** A share as a sentence: 「同意户数占应参会户数的比例不低于2/3」. */
export const shareText = (condition: ShareCondition, vocabulary: Vocabulary, own?: Own): Words => {
  const said = shareTests.flatMap((name) => {
    const share = condition[name];
    return share === undefined ? [] : [say(`${verbs[name][0]}{0}`, `${verbs[name][1]} {0}`, same(share))];
  });
  const tests = said.length === 0 ? say('可计算', 'can be reckoned') : joined(said, '且', ' and ');
  return say('{0}占{1}的比例{2}', '{0} as a share of {1} {2}', nameOfFact(condition.share, vocabulary, own), nameOfFact(condition.of, vocabulary, own), tests);
};

/** Both numbers as they are, and their share in percent: 「20/30（约66.67%）」. */
export const shareFound = (condition: ShareCondition, vocabulary: Vocabulary, own?: Own): ((scope: Scope) => Words) => {
  const read = readShare(condition, vocabulary, own);
  return (scope) => {
    const { part, whole, share } = read(scope);
    const numbers = say('{0}/{1}', '{0}/{1}', part === undefined ? notKnown : same(part), whole === undefined ? notKnown : same(whole));
    if (share === undefined) return numbers;
    const { text, exact } = percentOf(share);
    return say(exact ? '{0}（{1}）' : '{0}（约{1}）', exact ? '{0} ({1})' : '{0} (about {1})', numbers, same(text));
  };
};
