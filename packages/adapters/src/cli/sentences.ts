import type { Words } from '@bihuan/core';

const mended = (mend: string | undefined): Words => (mend === undefined ? { zh: '', en: '' } : { zh: `，是否想写“${mend}”？`, en: `; did you mean "${mend}"?` });

/** Whatever the command line says, in both languages. Findings and refusals bring their own sentences along. */
export const sentences = {
  title: { zh: '闭环：检查、试演、说明一份工作法，回放已经发生的事，导入名册', en: 'Bihuan: check, test and describe a method, replay what has happened, import registers' },
  helpHint: { zh: '运行 bihuan --help 查看用法', en: 'run bihuan --help' },
  commandUnknown: (name: string, mend: string | undefined): Words => ({ zh: `没有“${name}”这个命令${mended(mend).zh}`, en: `There is no command "${name}"${mended(mend).en}` }),
  optionUnknown: (name: string, mend: string | undefined): Words => ({ zh: `没有“${name}”这个选项${mended(mend).zh}`, en: `There is no option "${name}"${mended(mend).en}` }),
  optionNeedsValue: (name: string): Words => ({ zh: `选项“${name}”后面要写内容`, en: `Option "${name}" needs a value` }),
  optionTakesNone: (name: string): Words => ({ zh: `选项“${name}”后面不写内容`, en: `Option "${name}" takes no value` }),
  filesMissing: (takes: string): Words => ({ zh: `还缺文件名，应为：${takes}`, en: `A file name is missing: ${takes}` }),
  filesTooMany: (takes: string): Words => ({ zh: `文件名多了，应为：${takes}`, en: `Too many file names: ${takes}` }),
  optionMissing: (name: string): Words => ({ zh: `还缺选项 ${name}`, en: `Option ${name} is missing` }),
  broke: (message: string): Words => ({ zh: `程序出错：${message}`, en: 'this is a defect of the program' }),

  fileMissing: (path: string): Words => ({ zh: `没有文件 ${path}`, en: 'there is no such file' }),
  fileIsFolder: (path: string): Words => ({ zh: `${path} 是文件夹`, en: 'is a folder' }),
  fileForbidden: (path: string): Words => ({ zh: `没有权限读 ${path}`, en: 'may not be read' }),
  fileUnreadable: (path: string, why: string): Words => ({ zh: `读不了 ${path}（${why}）`, en: 'cannot be read' }),
  fileUnwritable: (path: string, why: string): Words => ({ zh: `写不了 ${path}（${why}）`, en: 'cannot be written' }),
  encodingUnknown: (path: string): Words => ({ zh: `${path} 既不是 UTF-8 也不是 GB18030`, en: 'is neither UTF-8 nor GB18030' }),
  written: (path: string): Words => ({ zh: `已写入 ${path}`, en: 'written' }),

  nothingFound: { zh: '没有发现问题', en: 'nothing found' },
  found: (errors: number, warnings: number, notes: number): Words => ({
    zh: `错误 ${errors}、警告 ${warnings}、提示 ${notes}`, en: `${errors} error${errors === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'}, ${notes} note${notes === 1 ? '' : 's'}`,
  }),
  severities: { error: { zh: '错误', en: 'error' }, warning: { zh: '警告', en: 'warning' }, note: { zh: '提示', en: 'note' } } satisfies Record<string, Words>,
  methodUnsound: { zh: '工作法有错误，先改正', en: 'the method has errors: mend them first' },
  mapUnsound: { zh: '对照表有错误，先改正', en: 'the map has errors: mend them first' },

  languageUnknown: (language: string): Words => ({ zh: `没有语言“${language}”，只有 zh 和 en`, en: 'only zh and en' }),

  noScenarios: { zh: '没有可演的情景：工作法里没有 tests，旁边也没有 *.scenarios.json', en: 'nothing to play: no tests in the method and no *.scenarios.json beside it' },
  methodNotBeside: (id: string, path: string): Words => ({ zh: `${path} 说的工作法“${id}”不在它旁边，也不在随包发布之列`, en: `its method "${id}" is neither beside it nor among those shipped` }),
  castUnreadable: (path: string): Words => ({ zh: `${path} 里没有可用的人物与组织（cast）`, en: 'has no usable cast' }),
  noCast: { zh: '没有人物与组织（cast）', en: 'there is no cast' },
  playing: { zh: '演情景', en: 'playing' },
  entry: (place: number, at: string): Words => ({ zh: `第 ${place} 条（${at}）`, en: `entry ${place}` }),
  shownByNone: ({ zh, en }: Words): Words => ({ zh: `没有情景说明：${zh}`, en: `shown by no scenario: ${en}` }),
  played: (scenarios: number, failed: number, facts: number, unshown: number): Words => ({
    zh: `情景 ${scenarios}，不合 ${failed}；事实 ${facts}，不合 ${unshown}`, en: `${scenarios} scenarios, ${failed} failed; ${facts} facts, ${unshown} not shown`,
  }),

  replaying: { zh: '回放', en: 'replaying' },
  loading: { zh: '载入', en: 'loading' },
  nothingReplayed: { zh: '没有一行能回放', en: 'not a single row could be replayed' },
  untilUnreadable: (text: string): Words => ({ zh: `“${text}”不是时间，应如 2021-12-31 或 2021-12-31T18:00`, en: `"${text}" is no time; write 2021-12-31 or 2021-12-31T18:00` }),
  figureDiffers: (path: string, wanted: string, got: string): Words => ({ zh: `${path} 应为 ${wanted}，实际 ${got}`, en: `should be ${wanted}, is ${got}` }),
  figuresAgree: (path: string): Words => ({ zh: `数字与 ${path} 一致`, en: 'the figures are those expected' }),
  line: (line: number): Words => ({ zh: `第 ${line} 行`, en: `line ${line}` }),
  more: (n: number): Words => ({ zh: `还有 ${n} 条，见 --json`, en: `${n} more, see --json` }),
  rows: (rows: number, opened: number, refused: number): Words => ({ zh: `行 ${rows}，登记 ${opened}，未登记 ${refused}`, en: `${rows} rows, ${opened} opened, ${refused} refused` }),
  stepsTaken: (taken: number, refused: number): Words => ({ zh: `后续操作 ${taken}，被拒绝 ${refused}`, en: `${taken} later steps taken, ${refused} refused` }),
  seconds: (seconds: number): Words => ({ zh: `用时 ${seconds} 秒`, en: `${seconds} s` }),
  clockLine: (met: number, missed: number, running: number): Words => ({ zh: `按时 ${met}，超时 ${missed}，进行中 ${running}`, en: `met ${met}, missed ${missed}, running ${running}` }),
  toSpare: (median: Words, p90: Words): Words => ({ zh: `按时的提前：中位 ${median.zh}，九成不超过 ${p90.zh}`, en: `to spare: median ${median.en}, p90 ${p90.en}` }),
  over: (median: Words, p90: Words): Words => ({ zh: `超时的超出：中位 ${median.zh}，九成不超过 ${p90.zh}`, en: `over: median ${median.en}, p90 ${p90.en}` }),
  unanswered: { zh: '未分类', en: 'unanswered' },
  loaded: (before: number, after: number): Words => ({ zh: `库中事项 ${before} → ${after}`, en: `cases in the database ${before} → ${after}` }),
  importing: { zh: '导入', en: 'importing' },
  nothingImported: { zh: '没有一行能导入', en: 'not a single row could be imported' },
  onlyTried: { zh: '只是试导，什么也没有写；写入请加 --db 文件', en: 'only tried: nothing was written; to write, name a database by --db FILE' },
  imported: (rows: number, entered: number, corrected: number, unchanged: number, refused: number): Words => ({
    zh: `行 ${rows}，登记 ${entered}，更正 ${corrected}，不变 ${unchanged}，未导入 ${refused}`, en: `${rows} rows, ${entered} entered, ${corrected} corrected, ${unchanged} unchanged, ${refused} refused`,
  }),
  column: (name: string): Words => ({ zh: `“${name}”列`, en: `column "${name}"` }),
  columnsIgnored: (columns: readonly { readonly column: string; readonly mend?: string }[]): Words => ({
    zh: `没有用到的列：${columns.map(({ column, mend }) => `“${column}”${mend === undefined ? '' : `（是否为“${mend}”？）`}`).join('、')}`,
    en: `columns not used: ${columns.map(({ column, mend }) => `"${column}"${mend === undefined ? '' : ` (did you mean "${mend}"?)`}`).join(', ')}`,
  }),
  whoImports: (may: readonly string[]): Words => (may.length === 0
    ? { zh: '人物里没有谁可以登记；人物与组织用 --cast 情景文件 给出', en: 'nobody in the cast may enter this; name a scenario file with --cast FILE' }
    : { zh: `由谁登记？请用 --as 写一个岗位：${may.slice(0, 8).join('、')}${may.length > 8 ? ' …' : ''}`, en: `Who enters it? Name a post with --as: ${may.slice(0, 8).join(', ')}${may.length > 8 ? ' …' : ''}` }),
  postUnknown: (name: string, may: readonly string[]): Words => ({ zh: `没有岗位“${name}”，可以登记的有：${may.slice(0, 8).join('、')}`, en: `There is no post "${name}"; these may enter: ${may.slice(0, 8).join(', ')}` }),
  fileThere: (path: string): Words => ({ zh: `${path} 已经存在，不覆盖`, en: 'is there already, and is not overwritten' }),
  databaseRefused: (path: string): Words => ({ zh: `数据库 ${path} 打不开`, en: 'the database cannot be opened' }),
} as const;
