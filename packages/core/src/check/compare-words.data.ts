/** What parts of a method are called where two versions are compared: Chinese, then English. */
export const partWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  id: ['标识', 'Id'], version: ['版本号', 'Version'], label: ['名称', 'Label'], source: ['依据', 'Source'], note: ['说明', 'Note'], from: ['适用', 'From'], timeZone: ['时区', 'Time zone'],
  calendar: ['日历', 'Calendar'], time: ['时间口径', 'Time'], parameters: ['参数', 'Parameters'], levels: ['层级', 'Levels'], roles: ['角色', 'Roles'], sources: ['来源', 'Sources'],
  kinds: ['事项类型', 'Kinds'], fields: ['字段', 'Fields'], classifications: ['分类', 'Classifications'], conditions: ['条件', 'Conditions'], steps: ['环节', 'Steps'], actions: ['操作', 'Actions'],
  records: ['记录', 'Records'], asks: ['派单', 'Asks'], clocks: ['时限', 'Clocks'], subjects: ['对象与名册', 'Subjects'], norms: ['履职要求', 'Norms'], links: ['关联', 'Links'],
  templates: ['答复模板', 'Templates'], endings: ['结果', 'Endings'], list: ['事项列表', 'List'], ledgers: ['台账', 'Ledgers'], metrics: ['指标', 'Metrics'], boards: ['看板', 'Boards'],
  moves: ['换版迁移', 'Moves'], personal: ['个人信息', 'Personal data'], cast: ['情景人物', 'Cast'], tests: ['情景', 'Tests'], silenced: ['已忽略的提醒', 'Silenced'],
  at: ['位置', 'At'], by: ['谁可以', 'By'], takes: ['表单', 'Form'], optional: ['选填', 'Optional'], kind: ['种类', 'Kind'], options: ['选项', 'Options'], min: ['最小', 'Least'], max: ['最大', 'Most'],
  value: ['数值', 'Value'], limit: ['期限', 'Limit'], starts: ['起算', 'Starts'], stops: ['停止', 'Stops'], ladder: ['阶梯', 'Ladder'], before: ['提前', 'Before'], after: ['之后', 'After'], every: ['间隔', 'Every'],
  is: ['各结论', 'Each answer'], otherwise: ['其他', 'Otherwise'], parameter: ['参数', 'Parameter'], field: ['字段', 'Field'], rules: ['规则', 'Rules'], order: ['次序', 'Order'], when: ['条件', 'When'], then: ['结论', 'Then'],
  answers: ['结论', 'Answers'], outputs: ['各项', 'Outputs'], requires: ['须满足', 'Requires'], checks: ['校验', 'Checks'], if: ['条件', 'If'], say: ['提示', 'Says'], line: ['环节次序', 'Line'],
  to: ['去向', 'To'], ends: ['了结为', 'Ends as'], opens: ['登记', 'Opens'], leaves: ['形成记录', 'Leaves'], replies: ['回复', 'Replies'], tells: ['告知', 'Tells'], again: ['再次触发', 'Again'],
  hours: ['办公时间', 'Hours'], columns: ['列', 'Columns'], filters: ['筛选', 'Filters'], reporter: ['诉求人', 'Reporter'], hit: ['命中方式', 'Hit'], per: ['对谁计', 'Per'], anew: ['重新起算', 'Anew'], show: ['内容', 'Shows'],
};
