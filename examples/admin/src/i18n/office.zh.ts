/** 组织人员、日志、导入、大屏的用语。 */
export const officeZh = {
  people: {
    administration: '系统管理', title: '组织与人员', units: '组织', people: '人员', import: '导入', past: '显示已撤销、已离岗的', postCount: '%{count} 岗', noPosts: '这里现在没有岗位', empty: '还没有单位', emptyHint: '逐个设立，或到“导入”一次导入', always: '一直', since: '%{day} 起', till: '至 %{day}',
    name: '姓名', role: '角色', unit: '单位', person: '人员', days: '任期', actions: '操作', username: '用户名', scope: '能看、能办什么', state: '账号', search: '搜索姓名、用户名', allOf: '共 %{count} 人', someOf: '共 %{count} 人，只显示前 %{most} 人，请搜索',
    nameZh: '中文名称', nameEn: '英文名称', level: '层级', id: '标识', idHint: '小写字母、数字、- . _，定了不改', from: '起日', until: '最后一天', untilHint: '当天仍有效', changeHint: '自这天起换岗，原岗位到前一天为止', password: '密码', passwordHint: '至少 10 个字符，不含用户名', administrator: '系统管理员',
    addUnit: '设立下级单位', renameUnit: '改名', closeUnit: '撤销', addPost: '任岗', changePost: '调岗', endPost: '离岗', addPerson: '新增人员', changePerson: '修改', setPassword: '设密码', turnOff: '停用', turnOn: '启用', turnOffHint: '停用后立即退出登录，不能再登录；办过的事保留。', turnOnHint: '启用后可用原密码登录。', done: '“%{label}”已完成',
    noAccount: '无账号', off: '已停用', on: '可登录',
    scopePost: '以%{role}办理%{unit}及以下的事项', scopePersonal: '以%{role}办理%{unit}及以下的事项，可查看个人信息原文', scopeAdministrator: '管理组织、人员、工作法和日志，不办事项', scopeReads: '可查看本区事项，没有岗位，不能办理', scopeNone: '没有岗位，也不能登录',
    bring: { units: '导入单位', unitsHint: '自上而下填写；上级可写名称或“上级/名称”。', people: '导入人员与岗位', peopleHint: '一人多岗写多行；不填初始密码的暂不能登录。' },
  },
  import: {
    title: '导入%{label}', table: '表格', template: '下载空表', choose: '选择 CSV 文件', drop: '也可以把文件拖到这里', hint: '先下载空表填写，再选择文件；先试导，核对后再导入。已有的条目按表更正，同一张表再导不重复。Excel 请另存为 CSV（UTF-8 或 GBK 均可）。', tried: '试导“%{file}”，尚未写入', done: '已导入“%{file}”',
    added: '新增', corrected: '更正', unchanged: '不变', refused: '有误', line: '第 %{line} 行', more: '另有 %{count} 行有误', take: '确认导入', notReady: '没有可以导入的行，请按上面的说明修改后再试', ignored: '没有用到“%{column}”列', ignoredMend: '没有用到“%{column}”列，是否“%{mend}”？', go: '导入',
  },
  audit: {
    title: '日志', entries: '管理日志', logins: '登录日志', export: '导出 CSV', none: '没有符合条件的记录', seq: '序号', at: '时间', by: '操作人', what: '种类', about: '对象', detail: '内容', username: '用户名', name: '姓名',
    details: { units: '单位数', posts: '岗位数', people: '人员数', label: '名称', level: '层级', parent: '上级', from: '自', before: '原名称', after: '新名称', until: '止', person: '人员', role: '角色', unit: '单位', next: '新岗位', name: '姓名', username: '用户名', administrator: '管理员', off: '停用', password: '重设密码', added: '新增行数', log: '日志' },
    result: { title: '结果', in: '登录', out: '退出', wrong: '用户名或密码不对', locked: '已锁定', off: '账号已停用' },
    chains: '记录链', check: '现在核对', chainsHint: '日志每一行、事项每一条记录都带有前一条的指纹。核对时逐条重算，改动、缺失、截尾都会显出来。', logWhole: '管理日志完整，共 %{count} 行', logBroken: '管理日志从第 %{seq} 行起与当初写入的不符', casesWhole: '%{cases} 件事项、%{events} 条记录，全部完整', casesSoFar: '已核对 %{cases} 件事项', casesBroken: '%{count} 件事项与当初写入的不符（共核对 %{cases} 件）', brokenAt: '%{id}：从第 %{seq} 条记录起',
  },
  screen: {
    title: '大屏', at: '截至 %{at}', full: '全屏', leave: '返回工作台', figures: '总数', view: { all: '事项总数', open: '在办', ended: '已了结', 'due-soon': '即将超期', overdue: '已超期' },
    sources: '来源构成', kinds: '类型构成', trend: '近十二个月', units: '单位排行', latest: '最新动态', opened: '登记', ended: '了结', openOf: '在办 %{open} · 超期 %{overdue}',
  },
};
