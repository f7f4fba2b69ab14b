import type { Words } from '../issues/issue.ts';
import type { LinkSchema } from '../method/link-schema.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { conditionText, type Vocabulary } from '../rules/index.ts';
import { templateText } from './describe-actions.ts';
import { kindLabel, labelIn, listed, quoted, say, some, spanOf, type Article } from './phrases.ts';
import { sideOf } from './refer-links.ts';

/** 关联: what belongs to what, when two are the same matter, what follows on the other side. */
export const describeLinks = (method: Method): readonly Article[] => Object.values(method.links ?? {}).map((link) => ({
  head: wordsOf(link.label),
  lines: [
    say('从{0}到{1}', 'From {0} to {1}', ...(['from', 'to'] as const).map((side) => listed(sideOf(link, side).map((kind) => quoted(kindLabel(kind, method)))))),
    ...(link.back === undefined ? [] : [say('从对方看为{0}', 'Read from the other side: {0}', quoted(wordsOf(link.back)))]),
    ...(link.one ? [{ zh: '每个至多关联一个', en: 'Of each at most one' }] : []),
    ...(link.same === undefined ? [] : [sameText(link.same, method)]),
    ...Object.entries(link.follows ?? {}).map(([action, { of, after }]) => {
      const cause = 'ending' in after ? listed([after.ending].flat().map((ending) => say('以{0}结束', 'it ends as {0}', quoted(labelIn(method.endings, ending)))), '或', ' or ')
        : listed([after.action].flat().map((each) => quoted(labelIn(method.actions, each))), '或', ' or ');
      const side = listed(sideOf(link, of).map((kind) => quoted(kindLabel(kind, method))));
      return say('{0}{1}后，对方随之{2}', 'After {1} of {0}, the other side takes {2}', side, cause, quoted(labelIn(method.actions, action)));
    }),
  ],
  source: link.source, note: link.note,
}));

function sameText({ fields, home, within, endings, open, as }: NonNullable<LinkSchema['same']>, method: Method): Words {
  const agree = [...(fields ?? []).map((field) => labelIn(method.fields, field)), ...(home ? [{ zh: '属地', en: 'home' }] : [])];
  const which = [
    ...(open ? [{ zh: '尚未结束', en: 'still open' }] : []),
    ...some(endings ?? [], () => say('以{0}结束', 'ended as {0}', listed(endings!.map((ending) => quoted(labelIn(method.endings, ending))), '或', ' or '))),
  ];
  const base = say('{0}内{1}相同{2}的视为同一事项', 'The same matter: {1} agree, within {0}{2}', spanOf(within), listed(agree), which.length === 0 ? { zh: '', en: '' } : say('、{0}', ', {0}', listed(which)));
  return as === 'linked' ? say('{0}，自动关联', '{0}; linked by itself', base) : say('{0}，登记时提示', '{0}; offered when it is opened', base);
}

/** 答复模板: for what, when, and the text. */
export const describeTemplates = (method: Method, vocabulary: Vocabulary): readonly Article[] => Object.values(method.templates ?? {}).map((template) => {
  const record = method.records?.[template.for.record];
  return {
    head: wordsOf(template.label),
    lines: [
      say('第{0}版，用于{1}的{2}', 'Version {0}, for {2} of {1}', { zh: String(template.version), en: String(template.version) }, quoted(labelIn(method.records, template.for.record)), labelIn(record?.fields, template.for.field)),
      ...(template.when === undefined ? [] : [say('适用于{0}的', 'Where {0}', conditionText(template.when, vocabulary))]),
      say('文字为{0}', 'It says {0}', quoted(templateText(template.say, vocabulary))),
    ],
    source: template.source, note: template.note,
  };
});

/** 版本迁移: from which version, by whom, and what becomes of what. */
export const describeMoves = (method: Method): readonly Article[] => Object.entries(method.moves ?? {}).map(([version, { by, steps, asks, clocks }]) => {
  const plain = (text: string): Words => quoted({ zh: text, en: text });
  const changes = [
    ...Object.entries(steps ?? {}).map(([old, step]) => say('环节{0}改为{1}', 'step {0} becomes {1}', plain(old), quoted(labelIn(method.steps, step)))),
    ...Object.entries(asks ?? {}).map(([old, ask]) => (typeof ask === 'object' ? say('派单{0}撤回', 'ask {0} is withdrawn', plain(old)) : say('派单{0}改为{1}', 'ask {0} becomes {1}', plain(old), quoted(labelIn(method.asks, ask))))),
    ...Object.entries(clocks ?? {}).map(([old, clock]) => (typeof clock === 'string' ? say('时限{0}改为{1}', 'clock {0} becomes {1}', plain(old), quoted(labelIn(method.clocks, clock)))
      : 'void' in clock ? say('时限{0}作废', 'clock {0} is void', plain(old)) : say('时限{0}按新版重算期限', 'clock {0} takes the new limit', plain(old)))),
  ];
  return {
    head: { zh: `自第 ${version} 版`, en: `From version ${version}` },
    lines: [
      say('由{0}迁移在办事项', 'Open cases are moved by {0}', listed(by.map((role) => labelIn(method.roles, role)))),
      ...some(changes, () => listed(changes, '；', '; ')), { zh: '名称相同的不变', en: 'What has the same name stays' },
    ],
  };
});
