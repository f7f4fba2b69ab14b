/** The words of people, logs, imports and the big screen. */
export const officeEn = {
  people: {
    administration: 'Administration', title: 'Units and people', units: 'Units', people: 'People', import: 'Bring in', past: 'Show what is over', postCount: '%{count} posts', noPosts: 'Nobody holds a post here now', empty: 'No units yet', emptyHint: 'Set them up one by one, or bring in a table', always: 'always', since: 'from %{day}', till: 'to %{day}',
    name: 'Name', role: 'Role', unit: 'Unit', person: 'Person', days: 'Days', actions: 'Actions', username: 'User name', scope: 'Sees and does', state: 'Account', search: 'Search names and user names', allOf: '%{count} people', someOf: '%{count} people, the first %{most} are shown: search for others',
    nameZh: 'Chinese name', nameEn: 'English name', level: 'Level', id: 'Id', idHint: 'Lower-case letters, digits, - . _; it never changes', from: 'From', until: 'Last day', untilHint: 'Still holds on that day', changeHint: 'The post changes on this day; the one before ends the day before', password: 'Password', passwordHint: 'At least 10 characters, without the user name', administrator: 'Administrator',
    addUnit: 'Add a unit below', renameUnit: 'Rename', closeUnit: 'Close', addPost: 'Give a post', changePost: 'Change', endPost: 'End', addPerson: 'Add a person', changePerson: 'Edit', setPassword: 'Set password', turnOff: 'Switch off', turnOn: 'Switch on', turnOffHint: 'They are signed out at once and cannot sign in any more; what they did stays.', turnOnHint: 'They can sign in again with their password.', done: '“%{label}” is done',
    noAccount: 'no account', off: 'switched off', on: 'can sign in',
    scopePost: 'Handles cases of %{unit} and below as %{role}', scopePersonal: 'Handles cases of %{unit} and below as %{role}, sees personal data in the clear', scopeAdministrator: 'Administers units, people, the method and the logs; handles no case', scopeReads: 'May read the district’s cases; holds no post, so handles none', scopeNone: 'Holds no post and cannot sign in',
    bring: { units: 'Bring in units', unitsHint: 'From the top down; the unit above by its name or “above/name”.', people: 'Bring in people and posts', peopleHint: 'One line for each post; who has no first password cannot sign in yet.' },
  },
  import: {
    title: 'Bring in: %{label}', table: 'Table', template: 'Empty table', choose: 'Choose a CSV file', drop: 'or drop the file here', hint: 'Fill in the empty table, then choose the file: it is tried first and taken when you say so. What is there is corrected by the table; the same table never comes twice. Save Excel as CSV (UTF-8 or GBK).', tried: '“%{file}” was tried; nothing is written yet', done: '“%{file}” has been brought in',
    added: 'new', corrected: 'corrected', unchanged: 'unchanged', refused: 'wrong', line: 'Line %{line}', more: '%{count} more lines are wrong', take: 'Bring it in', notReady: 'There is no line to bring in: mend the table as said above and try again', ignored: 'Column “%{column}” was not used', ignoredMend: 'Column “%{column}” was not used: is it “%{mend}”?', go: 'Bring in',
  },
  audit: {
    title: 'Logs', entries: 'Changes', logins: 'Sign-ins', export: 'Export CSV', none: 'Nothing on record', seq: 'No.', at: 'When', by: 'By', what: 'Kind', about: 'About', detail: 'Detail', username: 'User name', name: 'Name',
    details: { units: 'Units', posts: 'Posts', people: 'People', label: 'Name', level: 'Level', parent: 'Above', from: 'From', before: 'Before', after: 'After', until: 'Until', person: 'Person', role: 'Role', unit: 'Unit', next: 'New post', name: 'Name', username: 'Username', administrator: 'Administrator', off: 'Switched off', password: 'Password set', added: 'Rows added', log: 'Log' },
    result: { title: 'Result', in: 'signed in', out: 'signed out', wrong: 'wrong name or password', locked: 'locked', off: 'account is off' },
    chains: 'Chains', check: 'Check now', chainsHint: 'Each line of the log and each event of a case carries the fingerprint of the one before. They are reckoned anew: whatever was changed, is missing or was cut off shows.', logWhole: 'The log is whole: %{count} lines', logBroken: 'From line %{seq} on the log is not what was written', casesWhole: '%{cases} cases and %{events} events, all whole', casesSoFar: '%{cases} cases so far', casesBroken: '%{count} cases are not what was written (%{cases} were checked)', brokenAt: '%{id}: from event %{seq} on',
  },
  screen: {
    title: 'Big screen', at: 'as of %{at}', full: 'Full screen', leave: 'Back to the desk', figures: 'Totals', view: { all: 'Cases', open: 'Open', ended: 'Ended', 'due-soon': 'Due soon', overdue: 'Overdue' },
    sources: 'By source', kinds: 'By kind', trend: 'The last twelve months', units: 'By unit', latest: 'Latest', opened: 'reported', ended: 'ended', openOf: '%{open} open · %{overdue} overdue',
  },
};
