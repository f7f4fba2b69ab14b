import { zhMessages } from './react-admin-zh.ts';
import { officeZh } from './office.zh.ts';
import { studioZh } from './studio.zh.ts';

/** The page's own words in Chinese. No district's, no method's: those come from the API. 不写英文式复数。 */
export const zh = {
  ...zhMessages,
  resources: { cases: { name: '事项' } },
  bihuan: {
    product: '闭环',
    studio: studioZh,
    ...officeZh,
    tagline: '一事一闭环，件件有回音',
    menu: { label: '主菜单', desk: '工作台', field: '现场（手机）', qr: '网格二维码', norms: '履职', subjects: '名册与对象', moves: '换版迁移', cases: '工单列表', report: '登记事项', ledgers: '台账', boards: '看板', method: '工作法' },
    login: {
      title: '登录', wrong: '账号或密码错误', failed: '未能载入', demo: '演示账号', demoHint: '点一下即以该身份登录', form: '用账号登录', username: '账号', password: '密码', enter: '登录', tooMany: '尝试次数过多，请稍后再试', district: '选择区', loading: '正在载入', ready: '可以进入',
    },
    demo: { label: '演示时钟', now: '演示时间', hour: '快进 1 小时', day: '快进 1 天', week: '快进 1 周', moved: '时间已到 %{now}', hint: '演示数据，可随意操作' },
    look: { language: '语言', theme: '明暗', light: '浅色', dark: '深色', fontSize: '字号', size16: '标准', size18: '大', size22: '特大', account: '我的', logout: '退出登录', openMenu: '打开菜单', posts: '岗位', ofUnit: '%{unit} · %{role}' },
    state: { loading: '加载中…', failed: '没有取到数据', retry: '重试', empty: '这里还没有内容', noCases: '没有符合条件的事项', noCasesHint: '换一个标签，或清空筛选再看', notFound: '没有找到这一页', clear: '清空筛选' },
    views: { label: '事项分类', todo: '待办', 'due-soon': '即将超期', overdue: '已超期', 'mine-done': '已办', all: '全部' },
    list: {
      tree: '按单位查看', everywhere: '全部单位', below: '%{label}的下级单位',
      search: '搜索编号、内容', filters: '筛选', more: '更多筛选', fewer: '收起筛选', any: '不限', from: '起', to: '止', id: '编号', step: '环节', light: '时限', due: '到期', noDue: '无时限', holder: '承办层级', unit: '属地', opened: '登记时间', source: '来源',
      set: '看板“%{label}”中的 %{count} 项', setGone: '这份清单已过期，请回到看板重新打开', leaveSet: '返回全部事项', sort: '排序', total: '共 %{count} 项', cards: '事项卡片', open: '打开 %{id}',
    },
    light: { none: '只计时', green: '正常', yellow: '即将超期', red: '已超期', held: '已暂停', met: '按时完成', late: '逾期完成', void: '作废' },
    time: { left: '还剩 %{length}', over: '已超 %{length}', days: '%{n} 天', hours: '%{n} 小时', minutes: '%{n} 分钟', soon: '不到 1 分钟', wholeDay: '%{day} 24:00' },
    case: {
      title: '事项', kind: '事项类型', source: '来源', home: '属地', holder: '承办层级', opened: '登记时间', ended: '办结时间', step: '环节', outcome: '结果', print: '打印', back: '返回列表', awaited: '在等',
      line: '办理环节', done: '已完成', here: '当前', ahead: '未到', skipped: '不经过', flow: '查看流程图', when: '条件：%{text}',
      facts: '事项信息', noFacts: '未填写', personal: '个人信息', answers: '分类', because: '依据：%{text}',
      clocks: '时限', noClocks: '没有时限', why: '为何此时到期', dueAt: '%{text} 到期', startedAt: '起算 %{at}', stoppedAt: '完成 %{at}', provisional: '暂定：该年度放假安排尚未公布', lateFromStart: '设定时已过期，不计入承办人', soft: '仅提醒', minimum: '不得早于', byArticle: '依据 %{source}', moreClocks: '另有 %{count} 个已结束的时限',
      actions: '现在可以做', nothing: '当前没有您可以做的操作', notNow: '暂不能操作', notNowCount: '暂不能操作（%{count}）', elsewhereCount: '其他环节的操作（%{count}）', reasons: '原因',
      missing: '销号还差', ready: '已具备', checklistOf: '“%{label}”还差', allMet: '“%{label}”的条件已全部具备', met: '已具备', unmet: '还差', by: '可由“%{actions}”完成', otherEndings: '其他结果',
      records: '记录', noRecords: '还没有记录', withdrawn: '已撤回', asks: '派单', noAsks: '没有派单', askOpen: '待答复', askAccepted: '已接受', askReplied: '已答复', to: '给 %{to}',
      timeline: '办理经过', followed: '引起的变化（%{count}）', bySystem: '系统', recordedAt: '补录于 %{at}', gone: '没有找到事项 %{id}', allRecords: '%{label}（%{count}）', fileDamaged: '文件已损坏', fileLost: '没有取到，请检查网络后刷新',
    },
    form: {
      happened: '实际发生时间', happenedHint: '不填即为现在；最多可补录 %{limit}以前的事', submit: '提交', cancel: '取消', optional: '选填', required: '必填', yes: '是', no: '否', choose: '请选择', submitting: '提交中…', done: '“%{label}”已完成', noInput: '此操作无需填写，确认即可。', leadsToEnd: '此操作将了结该事项。',
      lost: '没有收到服务器的答复。可能已经办成，可直接再次提交，不会重复。', refused: '没有办成', stale: '刚才有人更新了这件事，页面已刷新，请核对后再提交。', noPosts: '没有符合条件的岗位', noCases: '没有找到，换个编号或文字再搜', namesHint: '输入姓名后按回车，可连续输入多人', addFile: '添加附件', removeFile: '移除 %{name}', takePhoto: '拍照', fileThere: '附件 %{name}，按删除键移除', fileSending: '%{name}：已上传 %{percent}%', fileWaits: '%{name}：没有信号，恢复后继续', fileRefused: '“%{name}”没有上传：%{why}', filesOff: '服务器没有开启附件', filesSending: '附件还在上传，请稍候再提交', between: '%{min} 至 %{max}', atLeast: '不少于 %{min}', atMost: '不超过 %{max}',
    },
    report: { title: '登记事项', choose: '事项从哪里来', none: '您的岗位不能登记事项', home: '属地', reporter: '诉求人', name: '姓名', phone: '电话', submit: '登记', done: '已登记为 %{id}', back: '重新选择来源', step1: '选择来源', step2: '填写内容', reporterOptional: '诉求人（选填）', needed: '请填写', registers: '登记到名册' },
    ledger: { export: '导出 Excel', period: '期间', whole: '全部', rows: '共 %{count} 行', empty: '该期间没有事项', year: '按年', quarter: '按季', month: '按月', number: '序号', scroll: '%{label}，可左右滚动', public: '公示', publicTitle: '%{label}（公示）', issue: '发布清单', issueWhat: '将按现在的内容发布“%{label}”。发布后各行固定，同一期间、同一单位只能发布一次。', issued: '已发布的清单', noneIssued: '还没有发布过', issuedAt: '发布于 %{at}', issuedNow: '“%{label}”已发布' },
    board: { asOf: '截至', period: '期间', today: '现在', target: '目标', min: '不低于 %{n}', max: '不高于 %{n}', reached: '已达标', missed: '未达标', previous: '上期 %{n}', rising: '越高越好', falling: '越低越好', of: '%{count} / %{of}', open: '%{label}：%{n}，查看清单', better: '好转', worse: '变差', same: '持平', up: '升', down: '降', groups: '构成', noData: '无数据', raw: '剔除前 %{n}', rank: '第 %{n} 名', in: { minutes: '分钟', hours: '小时', days: '天', 'working-hours': '工作小时', 'working-days': '个工作日' } },
    method: { title: '工作法', version: '版本 %{version}', flow: '流程图', ending: '结果', you: '当前环节', passed: '走过', anywhere: '任何环节：%{actions}', legend: '图例', back: '退回', diagram: '%{label}流程图', sources: '来源', close: '关闭' },
    duty: {
      title: '履职', mine: '我的履职', today: '今天', period: '本期还差', done: '本期已完成', later: '下一次', none: '您的岗位没有履职要求', met: '已达到', wanting: '还差 %{n}', missed: '未达到', tooMany: '超过上限', count: '已有 %{count}，要求 %{wanted}',
      metOf: '%{met} / %{of} 达到', norm: '履职要求', whose: '对象', unit: '单位', sofar: '已有', wanted: '要求', state: '情况', nobody: '该期间没有需要履职的对象', cases: '我的待办', allCases: '全部 %{count} 项', noCases: '没有待办事项',
    },
    field: { title: '现场', report: '登记事项', act: '办理', close: '收起', details: '详情', todo: '我的待办（%{count}）', more: '再看 %{count} 件' },
    qr: { title: '网格二维码', hint: '每个网格一张。居民扫码打开随手拍，不用登录。网址前缀须是居民的手机能打开的地址。', base: '网址前缀', print: '打印', closed: '本区没有开放群众上报', scan: '扫一扫，随手拍', byPhone: '不方便上网请拨打 %{phone}', choose: '打印哪些', of: '%{label}的二维码', number: '编号 %{id}' },
    subject: { set: '看板“%{label}”中的 %{count} 个', name: '名称', kind: '类别', entered: '登记时间', log: '记录', noLog: '还没有记录', entries: '%{count} 条', back: '返回', open: '在册', ended: '已移除', all: '全部' },
    personal: { reveal: '查看个人信息', show: '查看', hide: '重新遮盖', onRecord: '查看会记入办理经过：谁、何时看过。离开本页后重新遮盖。', erase: '删除个人信息', eraseWhat: '将删除诉求人和各项个人信息，不能恢复。办理经过保持完整，删除的地方写“（已删除）”。', because: '理由', becauseHint: '例如：本人申请', understood: '我已核对，确认删除', erasedNow: '个人信息已删除', gone: '（已删除）', name: '诉求人姓名', phone: '诉求人电话' },
    paper: { order: '交办单', closing: '办结单', page: '打印本页', which: '打印哪种', back: '返回事项', givenBy: '交办人（签字）', takenBy: '承办人（签字）', takenAt: '接收时间', doneBy: '承办人（签字）', checkedBy: '审核人（签字）', reporter: '诉求人（签字）', printed: '打印于 %{at}　%{who}', masked: '个人信息已遮盖', clock: '时限', started: '起算', due: '到期', state: '情况', ask: '派单', toWhom: '给谁', asked: '派出时间', reply: '答复', record: '记录', when: '时间', who: '谁', content: '内容', item: '要求', checklist: '“%{label}”的办结要求' },
    saved: { title: '常用查询', none: '还没有常用查询', keep: '保存当前查询', label: '名称', save: '保存', remove: '删除常用查询“%{label}”' },
    bulk: { title: '批量办理', of: '批量办理 %{count} 项', action: '选择操作', able: '%{label}（%{able} / %{count} 项可办）', some: '其中 %{count} 项现在不能进行此操作，将列出原因', nothing: '所选事项没有您可以做的操作', done: '已办成 %{done} / %{count} 项', doneRow: '已办成', refusedRow: '没有办成', lostRow: '没有答复', close: '完成' },
    kanban: { title: '看板视图', list: '列表视图', hint: '把事项拖到下一环节，按提示填写；灰色的环节现在不能去，写有原因。', ended: '办结', move: '移动 %{id}', noWay: '没有操作通往此处', dropTo: '放在这里：%{actions}', more: '另有 %{count} 项，请到列表查看', which: '%{id} 到“%{to}”，用哪个操作？', keys: '按空格拿起，左右方向键换环节，再按空格放下，按 Esc 取消。', picked: '已拿起 %{id}', over: '%{id} 在“%{to}”上方', nowhere: '%{id} 不在任何环节上方', dropped: '%{id} 放到了“%{to}”', cancelled: '已取消，%{id} 留在原处' },
    link: { title: '关联', similar: '可能是同一件事，请先核对' },
    move: { title: '换版迁移', none: '没有旧版本的在办事项', hint: '以下在办事项仍按旧版本办理。这里先试算每件迁移后会怎样，再决定是否迁移。', go: '迁移可迁移的 %{count} 件', done: '已迁移 %{count} 件', from: '原版本', step: '环节', clocks: '涉及时限', asks: '撤回派单', can: '可以迁移', cannot: '不能迁移', result: '结果' },
    period: { year: '%{year} 年', quarter: '%{year} 年第 %{n} 季度', month: '%{year} 年 %{n} 月', week: '%{year} 年第 %{n} 周', firstHalf: '%{year} 年上半年', secondHalf: '%{year} 年下半年', unit: '周期', which: '哪一期' },
  },
};
