import type { Words } from '../issues/issue.ts';
import type { Template } from '../method/effect-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import { factText } from './fact-words.ts';
import type { Rules } from './rules.ts';

/** A template with its facts filled in, in both languages. A fact that is not known reads as a dash. */
export const fillTemplate = (rules: Rules, template: Template, scope: Scope): Words => {
  if (!Array.isArray(template)) return wordsOf(template);
  const pieces = template.map((piece): Words => (typeof piece === 'string' || 'zh' in piece ? wordsOf(piece) : factText(rules, piece, scope)));
  return { zh: pieces.map((piece) => piece.zh).join(''), en: pieces.map((piece) => piece.en).join('') };
};
