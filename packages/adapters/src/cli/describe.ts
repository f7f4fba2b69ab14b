import { resolve } from 'node:path';
import { describeMethod, flowText, wordsOf } from '@bihuan/core';
import type { Method } from '@bihuan/core';
import type { Command } from './command.ts';
import { EXIT, complain } from './command.ts';
import { findingLines, placeFindings } from './findings-text.ts';
import { readMethod } from './method-files.ts';
import { sentences } from './sentences.ts';

/** `bihuan describe FILE`: a method as its district's own document would put it; its flow as Mermaid. */
export const describe: Command = {
  name: 'describe', takes: 'bihuan describe FILE', least: 1, most: 1,
  says: { zh: '说明：把工作法写成一份文件；或画出流程图（Mermaid）', en: 'a method as a document in words, or its flow as Mermaid' },
  options: {
    lang: { type: 'string', of: 'zh|en', says: { zh: '用哪种语言，默认 zh', en: 'in which language; default zh' } },
    flow: { type: 'boolean', says: { zh: '流程图（Mermaid），每类事项一张', en: 'the flow as Mermaid, one diagram a kind' } },
  },
  async run({ files: [file], flag, value }, io) {
    const language = value('lang') ?? 'zh';
    if (language !== 'zh' && language !== 'en') return complain(io, sentences.languageUnknown(language));
    const path = resolve(io.cwd, file!);
    const read = await readMethod(path);
    if (!read.ok) return complain(io, read.issues[0]!);
    const { method, text, findings } = read.value;
    if (method === undefined) {
      for (const each of placeFindings(path, text, findings)) if (each.severity === 'error') io.err(`${findingLines(each, io.cwd)}\n`);
      return complain(io, sentences.methodUnsound, EXIT.failed);
    }
    io.out(flag('flow') ? flows(method, language) : describeMethod(method, language));
    return EXIT.well;
  },
};

/** One diagram a kind; where there are several, each under its name. */
const flows = (method: Method, language: 'zh' | 'en'): string => {
  const kinds = Object.entries(method.kinds);
  return kinds.map(([kind, { label }]) => `${kinds.length > 1 ? `%% ${wordsOf(label)[language]}\n` : ''}${flowText(method, kind, language)}`).join('\n');
};
