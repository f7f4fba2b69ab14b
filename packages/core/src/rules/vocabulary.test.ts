import { describe, expect, it } from 'vitest';
import { method } from './district.fixture.ts';
import { vocabularyOf } from './vocabulary.ts';

describe('what a method has words for', () => {
  it('beside a text that a template drafts, which template it was', () => {
    const answer = vocabularyOf({
      ...method, records: { answer: { label: '答复', fields: { text: { label: { zh: '答复内容', en: 'Text' }, kind: 'text' } } } },
      templates: { heating: { label: '供暖类答复', version: 1, for: { record: 'answer', field: 'text' }, say: '已供暖' } },
    }).records.get('answer');
    expect([...answer!.fields.keys()]).toEqual(['text', 'text-template']);
    expect(answer!.fields.get('text-template')).toEqual({ label: { zh: '答复内容：所用模板', en: 'Text: template' }, kind: 'text' });
  });
});
