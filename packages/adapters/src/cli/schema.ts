import { resolve } from 'node:path';
import { methodJsonSchema, scenariosJsonSchema } from '@bihuan/core';
import type { Command } from './command.ts';
import { EXIT, complain } from './command.ts';
import { writeText } from './files.ts';
import { sentences } from './sentences.ts';

/** `bihuan schema`: what editors need to complete and underline a method. */
export const schema: Command = {
  name: 'schema', takes: 'bihuan schema', least: 0, most: 0,
  says: { zh: '输出 JSON Schema：编辑器据此补全、提示、标错', en: 'print the JSON Schema by which editors complete and underline' },
  options: {
    scenarios: { type: 'boolean', says: { zh: '情景文件的，而不是工作法的', en: 'of scenario files instead of methods' } },
    out: { type: 'string', of: 'FILE', says: { zh: '写入文件', en: 'write it to a file' } },
  },
  async run({ flag, value }, io) {
    const text = `${JSON.stringify(flag('scenarios') ? scenariosJsonSchema() : methodJsonSchema(), undefined, 1)}\n`; // as the file in the core is kept
    const out = value('out');
    if (out === undefined) {
      io.out(text);
      return EXIT.well;
    }
    const written = await writeText(resolve(io.cwd, out), text);
    return written.ok ? complain(io, sentences.written(out), EXIT.well) : complain(io, written.issues[0]!);
  },
};
