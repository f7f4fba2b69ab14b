/** The method studio's words in Chinese. */
export const studioZh = {
  title: '工作法设计', draft: '草稿', draftOf: '草稿 %{version}', part: '编辑哪一部分', json: '工作法 JSON',
  tabs: { form: '表单', json: 'JSON', flow: '流程图', dry: '试算', scenarios: '情景', compare: '比较', publish: '发布' },
  kept: { saved: '已保存', unsaved: '有未保存的修改', saving: '保存中…', failed: '没有保存成功，稍后自动再试', taken: '没有保存：他人已修改' },
  begin: '开始一份草稿', beginHint: '现行的是“%{label}”%{version}。草稿不影响正在办的事；发布后，新登记的事项才按它办。', from: '从哪里开始', start: '开始', drop: '放弃草稿', dropWhat: '放弃这份草稿？其中的修改不能找回。', leave: '最近的修改没有保存，确定离开？', reload: '载入最新的草稿',
  sound: '没有发现问题', found: '%{errors} 处错误，%{others} 处提醒', line: '第 %{line} 行', mend: '改为“%{word}”', unreadable: 'JSON 有写坏的地方，请先在“JSON”页改正。', notSound: '草稿还有错误，请先改正。',
  pages: { basics: '基本', clocks: '时限', fields: '字段', forms: '表单与操作人', rules: '判定表', roles: '角色', words: '名称', moves: '换版' },
  about: { basics: '名称、版本号、何时起用', clocks: '期限、预警提前量、本区参数', fields: '要填写的内容', forms: '每个操作谁可以做、要填什么', rules: '条件与结论', roles: '谁在哪一级', words: '屏幕上的用词', moves: '在办事项能否迁到新版' },
  edit: {
    label: '名称', inChinese: '%{label}（中文）', inEnglish: '%{label}（英文）', version: '版本号', from: '起用日期（不填则发布即用）', value: '时长', limit: '期限', length: '时长', before: '提前', after: '之后', unitOf: '%{label}的单位', at: '设在哪一级',
    kind: '种类', options: '选项', min: '最小', max: '最大', longest: '最多字数', personal: '个人信息', dayField: '哪个日期字段', parameter: '哪个参数', period: '到哪个期末', ofClock: '哪个时限', action: '操作', by: '谁可以做', form: '要填写的字段', otherDoers: '另有 %{count} 类操作人（如承办人、诉求人），在 JSON 中修改',
    noRules: '这份工作法没有判定表', when: '条件', then: '结论', always: '其他情形', conclusion: '第 %{n} 行结论', remove: '删除', removeOf: '删除%{label}', newOption: '新选项', addOption: '添加选项', addField: '添加字段', newField: '新字段', fromVersion: '从 %{version} 版迁来的在办事项', moveBy: '谁可以迁移（都不选则不迁）', anew: '哪些时限按新版重新计算（不选则原定日期不变）',
  },
  units: { minutes: '分钟', hours: '小时', days: '日', 'working-minutes': '个工作分钟', 'working-hours': '个工作小时', 'working-days': '个工作日', weeks: '周', months: '个月', years: '年' },
  clock: '试算的时间', as: '以谁的身份', open: '登记一件', cannotOpen: '这个岗位不能登记事项', again: '用现在的草稿重来', older: '草稿已经修改，下面仍是修改前的。', on: { '1-hours': '+1 小时', '1-days': '+1 日', '1-working-days': '+1 个工作日', '5-working-days': '+5 个工作日' },
  play: '运行情景', playHint: '随工作法编写的情景，在本机浏览器里按草稿重演一遍。', playing: '正在运行', played: '%{count} 个情景，%{failed} 个与所写不合。不合的，若正是这次有意的改动，请一并改写情景；否则请改草稿。', asSaid: '相符', notAsSaid: '不合',
  what: '改动', where: '哪里', before: '原来', after: '现在', added: '新增', removed: '删除', changed: '修改', same: '没有不同',
  changes: '与现有最新版相比', impact: '发布后会怎样', next: '发布后，新登记的事项按 %{version} 版办理。', higher: '版本号须高于 %{version}，请在“表单”页的“基本”里修改。', stay: '在办的 %{count} 件留在原来的版本，期限不变。', movable: '其中 %{count} 件可以迁到新版，%{others} 件不能。', unheld: '岗位中还没有人担任：%{roles}',
  publish: '发布 %{version} 版', publishWhat: '发布后不能撤回；要改，请再发布更高的版本。', confirm: '确定发布', published: '%{version} 版已发布，新登记的事项按它办理。',
};
