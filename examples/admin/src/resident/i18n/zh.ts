import type { Texts } from './en.ts';

export const zh: Texts = {
  title: '随手拍', report: '我要上报', mine: '我的上报', published: '公示', large: '大字版', normal: '标准版', other: 'English',
  call: '不方便上网？请拨打', loading: '正在打开…', noPlace: '没有找到这个二维码对应的网格。', choose: '请选择您所在的网格', retry: '再试一次', unreachable: '现在连不上服务器。填写的内容都保存在这部手机里。',
  steps: ['说问题', '留联系方式', '核对提交'], stepOf: '第 {n} 步，共 {of} 步', next: '下一步', back: '上一步', submit: '提交', sending: '正在提交…', optional: '（选填）',
  required: '请填写“{label}”', saved: '已自动保存在这部手机里', way: '上报类型',
  whereabouts: '获取我的位置', locating: '正在定位…', located: '已取得位置', notLocated: '没有取得位置，可以不填', removed: '删除', photo: '拍照或选择照片', photoN: '照片 {n}', photoBusy: '照片上传 {percent}%', photoWaits: '网络断开，照片稍后自动重传', photoFailed: '这张照片没有收下：{why}', photoCount: '最多 {max} 张',
  behalf: '我在替别人上报（代办）', person: '您的姓名', theirName: '当事人姓名', phone: '联系电话', theirPhone: '当事人电话', agentName: '代办人姓名', agentPhone: '代办人电话', needPerson: '请留下姓名或电话，以便回复',
  privacy: '个人信息说明', agree: '我同意为办理和回复这件事使用上面的个人信息', needAgree: '请先阅读并勾选个人信息说明', check: '请核对', unit: '网格',
  similar: '附近已有 {count} 件类似反映（{stands}）。仍可以继续上报。', similarPlain: '附近已有 {count} 件类似反映。仍可以继续上报。',
  refused: '没有提交成功，请修改后再提交', waits: '网络断开，这件上报已保存在手机里，恢复后自动提交，请不要重复填写。', waitsTitle: '等待提交', discard: '不提交了',
  sent: '已收到', number: '受理编号', code: '查询码', codeSay: '请截图保存。换手机查询时，需要编号和查询码。', show: '查看进度', again: '再报一件',
  none: '这部手机上还没有上报过。', lookUp: '用编号查询', lookUpButton: '查询', forget: '从这部手机上移除', progress: '办理进度', here: '正在办理', done: '已完成', ahead: '未开始', ended: '已办结', due: '承诺时限', late: '已超过时限，正在催办', answers: '给您的答复', noAnswers: '还没有答复。有了答复会显示在这里。',
  reported: '您上报的内容', act: '您可以', cancel: '取消', yes: '是', no: '否', choosePlease: '请选择', doneAct: '“{label}”已完成', refresh: '刷新', at: '上报时间', yourDistrict: '本区公示', noPublished: '本区还没有公示内容。', rows: '共 {count} 条', empty: '目前没有内容。', page: '更多',
};
