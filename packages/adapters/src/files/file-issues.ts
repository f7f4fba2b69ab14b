import type { Words } from '@bihuan/core';

/** Why a file is refused: each code with the params of its sentence. */
export interface FileParams {
  'file.too-large': { limit: number };
  'file.empty': Record<never, never>;
  'file.bad-name': Record<never, never>;
  'file.type-not-allowed': { type: string };
  'file.type-contradicted': { type: string; found: string };
  'file.unknown': { name: string };
  'file.differs': { name: string };
  'file.damaged': { hash: string };
  'file.gone': { name: string };
  'file.too-many': { minutes: number };
}
export type FileCode = keyof FileParams;

/** A refusal of a file: a code for programs, params for the sentence. */
export type FileIssue = { readonly [C in FileCode]: { readonly code: C; readonly path: readonly (string | number)[]; readonly params: FileParams[C] } }[FileCode];

/** Builds one, its params checked against its code. */
export const fileIssue = <C extends FileCode>(code: C, params: FileParams[C], path: readonly (string | number)[] = []): FileIssue => ({ code, path, params }) as unknown as FileIssue;

const megabytes = (bytes: number): string => `${Math.floor(bytes / 100_000) / 10} MB`;

/** The sentence of each refusal, in both languages. */
export const fileSentences: { readonly [C in FileCode]: (params: FileParams[C]) => Words } = {
  'file.too-large': ({ limit }) => ({ zh: `文件过大，最多 ${megabytes(limit)}`, en: `The file is too large: at most ${megabytes(limit)}` }),
  'file.empty': () => ({ zh: '文件是空的', en: 'The file is empty' }),
  'file.bad-name': () => ({ zh: '文件名须为 1 至 200 字，不含路径和控制字符', en: 'A file’s name has 1 to 200 signs, no path and no control signs' }),
  'file.type-not-allowed': ({ type }) => ({ zh: `不接收这种文件（${type}）；可用图片、PDF、Office 文档、文本、录音和录像`, en: `Files of this type (${type}) are not taken: send pictures, PDF, Office documents, text, sound or video` }),
  'file.type-contradicted': ({ type, found }) => ({ zh: `文件内容（${found}）与所称的类型（${type}）不符`, en: `The file says that it is ${type}, but what it holds is ${found}` }),
  'file.unknown': ({ name }) => ({ zh: `附件“${name}”没有上传，或已过期删除，请重新添加`, en: `"${name}" has not been uploaded, or was swept meanwhile: add it again` }),
  'file.differs': ({ name }) => ({ zh: `附件“${name}”的大小或类型与上传的不符`, en: `Size or type of "${name}" are not those that were uploaded` }),
  'file.too-many': ({ minutes }) => ({ zh: `上传太多，请 ${minutes} 分钟后再试`, en: `Too many uploads: try again in ${minutes} minutes` }),
  'file.gone': ({ name }) => ({ zh: `附件“${name}”已不在存储中`, en: `"${name}" is no longer where files are kept` }),
  'file.damaged': ({ hash }) => ({ zh: `文件已损坏：内容与指纹 ${hash.slice(0, 12)}… 不符`, en: `The file is damaged: what lies there is not what has the hash ${hash.slice(0, 12)}…` }),
};

/** The sentence of a refusal. */
export const fileText = (issue: FileIssue): Words => (fileSentences[issue.code] as (params: unknown) => Words)(issue.params);
