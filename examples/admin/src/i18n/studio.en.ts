import type { studioZh } from './studio.zh.ts';

/** The method studio's words in English. */
export const studioEn: typeof studioZh = {
  title: 'Method studio', draft: 'Draft', draftOf: 'Draft %{version}', part: 'Which part', json: 'The method as JSON',
  tabs: { form: 'Forms', json: 'JSON', flow: 'Flow', dry: 'Dry run', scenarios: 'Scenarios', compare: 'Compare', publish: 'Publish' },
  kept: { saved: 'Saved', unsaved: 'Not saved yet', saving: 'Saving…', failed: 'Not saved: will be tried again', taken: 'Not saved: somebody else changed it' },
  begin: 'Begin a draft', beginHint: '“%{label}” %{version} is in force. A draft changes nothing for open cases; once published, new cases follow it.', from: 'Begin with', start: 'Begin', drop: 'Throw away', dropWhat: 'Throw this draft away? Its changes cannot be brought back.', leave: 'The latest changes are not saved. Leave all the same?', reload: 'Load the latest draft',
  sound: 'Nothing found', found: '%{errors} errors, %{others} warnings', line: 'line %{line}', mend: 'write “%{word}”', unreadable: 'The JSON is broken somewhere: please mend it on the JSON tab first.', notSound: 'The draft still has errors: please mend them first.',
  pages: { basics: 'Basics', clocks: 'Limits', fields: 'Fields', forms: 'Forms and doers', rules: 'Rules', roles: 'Roles', words: 'Words', moves: 'Moving cases' },
  about: { basics: 'Name, version, from when', clocks: 'Limits, warnings, the district’s parameters', fields: 'What is filled in', forms: 'Who may take an action, and what it asks', rules: 'Conditions and conclusions', roles: 'Who, at which level', words: 'The words on screen', moves: 'Whether open cases can go over' },
  edit: {
    label: 'Label', inChinese: '%{label} (Chinese)', inEnglish: '%{label} (English)', version: 'Version', from: 'From this day (empty: at once)', value: 'Length', limit: 'Limit', length: 'Length', before: 'Before', after: 'After', unitOf: 'Unit of %{label}', at: 'Held at',
    kind: 'Kind', options: 'Choices', min: 'Least', max: 'Most', longest: 'Longest', personal: 'Personal data', dayField: 'Which day field', parameter: 'Which parameter', period: 'End of which period', ofClock: 'Which clock', action: 'Action', by: 'Who may', form: 'Fields it asks for', otherDoers: '%{count} more doers (such as whoever handles it): change them in the JSON',
    noRules: 'This method has no decision table', when: 'When', then: 'Then', always: 'Otherwise', conclusion: 'Conclusion %{n}', remove: 'Remove', removeOf: 'Remove %{label}', newOption: 'New choice', addOption: 'Add a choice', addField: 'Add a field', newField: 'New field', fromVersion: 'Open cases of version %{version}', moveBy: 'Who may move them (nobody chosen: they stay)', anew: 'Limits that are read anew (others keep their day)',
  },
  units: { minutes: 'minutes', hours: 'hours', days: 'days', 'working-minutes': 'working minutes', 'working-hours': 'working hours', 'working-days': 'working days', weeks: 'weeks', months: 'months', years: 'years' },
  clock: 'Time of the dry run', as: 'Acting as', open: 'Report one', cannotOpen: 'This post may not report anything', again: 'Start over with the draft', older: 'The draft has changed since; this still runs what it was.', on: { '1-hours': '+1 hour', '1-days': '+1 day', '1-working-days': '+1 working day', '5-working-days': '+5 working days' },
  play: 'Play the scenarios', playHint: 'The scenarios that were written with the method, played on the draft in this browser.', playing: 'Playing', played: '%{count} scenarios, %{failed} did not go as written. Where that is what you meant to change, change the scenario too; otherwise mend the draft.', asSaid: 'as written', notAsSaid: 'not so',
  what: 'What', where: 'Where', before: 'Before', after: 'After', added: 'added', removed: 'removed', changed: 'changed', same: 'No difference',
  changes: 'Against the newest version', impact: 'What publishing means', next: 'New cases will follow version %{version}.', higher: 'The version must be higher than %{version}: change it under Forms, Basics.', stay: '%{count} open cases stay with their version, and their days with them.', movable: '%{count} of them could be moved to the new version, %{others} could not.', unheld: 'Nobody holds: %{roles}',
  publish: 'Publish %{version}', publishWhat: 'A published version cannot be taken back; to change it, publish a higher one.', confirm: 'Publish', published: 'Version %{version} is published: new cases follow it.',
};
