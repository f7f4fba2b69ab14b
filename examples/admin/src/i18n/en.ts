import englishMessages from 'ra-language-english';
import { officeEn } from './office.en.ts';
import { studioEn } from './studio.en.ts';
import type { zh } from './zh.ts';

/** The page's own words in English: the same keys, held by the type. */
export const en: { readonly bihuan: typeof zh.bihuan; readonly resources: typeof zh.resources; readonly ra: typeof zh.ra } = {
  ...englishMessages,
  resources: { cases: { name: 'Cases' } },
  bihuan: {
    product: 'Bihuan',
    studio: studioEn,
    ...officeEn,
    tagline: 'Every matter closed, every matter answered',
    menu: { label: 'Main menu', desk: 'My desk', field: 'In the field (phone)', qr: 'QR codes', norms: 'Duties', subjects: 'Registers and subjects', moves: 'Move to a new version', cases: 'Cases', report: 'Report a matter', ledgers: 'Ledgers', boards: 'Boards', method: 'Method' },
    login: {
      title: 'Log in', wrong: 'Wrong user name or password', failed: 'could not be loaded', demo: 'Demo accounts', demoHint: 'One click logs in as that person', form: 'With an account', username: 'User name', password: 'Password', enter: 'Log in', tooMany: 'Too many attempts, please wait a while', district: 'Choose a district', loading: 'being loaded', ready: 'open',
    },
    demo: { label: 'Demo clock', now: 'Demo time', hour: '+1 hour', day: '+1 day', week: '+1 week', moved: 'It is now %{now}', hint: 'Demo data: try anything' },
    look: { language: 'Language', theme: 'Light or dark', light: 'Light', dark: 'Dark', fontSize: 'Font size', size16: 'Standard', size18: 'Large', size22: 'Extra large', account: 'Account', logout: 'Log out', openMenu: 'Open menu', posts: 'Posts', ofUnit: '%{unit} · %{role}' },
    state: { loading: 'Loading…', failed: 'Nothing could be fetched', retry: 'Try again', empty: 'Nothing here yet', noCases: 'No case matches', noCasesHint: 'Try another tab, or clear the filters', notFound: 'There is no such page', clear: 'Clear filters' },
    views: { label: 'Views of the cases', todo: 'To do', 'due-soon': 'Due soon', overdue: 'Overdue', 'mine-done': 'Done by me', all: 'All' },
    list: {
      tree: 'By unit', everywhere: 'All units', below: 'Units below %{label}',
      search: 'Search number or text', filters: 'Filters', more: 'More filters', fewer: 'Fewer filters', any: 'Any', from: 'from', to: 'to', id: 'Number', step: 'Step', light: 'Time limit', due: 'Due', noDue: 'No limit', holder: 'Holder', unit: 'Home', opened: 'Reported', source: 'Source',
      set: '%{count} cases of “%{label}” on the board', setGone: 'This list has expired, please open it again from the board', leaveSet: 'Back to all cases', sort: 'Sort', total: '%{count} in all', cards: 'Cases as cards', open: 'Open %{id}',
    },
    light: { none: 'Measured only', green: 'In time', yellow: 'Due soon', red: 'Overdue', held: 'On hold', met: 'Done in time', late: 'Done late', void: 'Void' },
    time: { left: '%{length} left', over: '%{length} over', days: '%{n} d', hours: '%{n} h', minutes: '%{n} min', soon: 'under a minute', wholeDay: '%{day} 24:00' },
    case: {
      title: 'Case', kind: 'Kind', source: 'Source', home: 'Home', holder: 'Holder', opened: 'Reported', ended: 'Ended', step: 'Step', outcome: 'Ending', print: 'Print', back: 'Back to the list', awaited: 'Waiting for',
      line: 'Steps', done: 'done', here: 'here', ahead: 'ahead', skipped: 'does not apply', flow: 'Show the flow', when: 'When: %{text}',
      facts: 'What is known', noFacts: 'not given', personal: 'personal data', answers: 'Classification', because: 'Because: %{text}',
      clocks: 'Clocks', noClocks: 'No clock', why: 'Why it is due then', dueAt: 'due %{text}', startedAt: 'from %{at}', stoppedAt: 'done %{at}', provisional: 'Provisional: that year’s holidays are not published yet', lateFromStart: 'Past when it was set; not held against anyone', soft: 'reminds only', minimum: 'not earlier than', byArticle: 'By %{source}', moreClocks: '%{count} more clocks that have ended',
      actions: 'What can be done now', nothing: 'There is nothing for you to do now', notNow: 'Not possible now', notNowCount: 'Not possible now (%{count})', elsewhereCount: 'Actions of other steps (%{count})', reasons: 'Why',
      missing: 'Missing for closure', ready: 'ready', checklistOf: 'Missing for “%{label}”', allMet: 'Everything for “%{label}” is there', met: 'there', unmet: 'missing', by: 'by “%{actions}”', otherEndings: 'Other endings',
      records: 'Records', noRecords: 'No records yet', withdrawn: 'withdrawn', asks: 'Asks', noAsks: 'Nothing was asked of anybody', askOpen: 'waiting', askAccepted: 'accepted', askReplied: 'answered', to: 'to %{to}',
      timeline: 'Timeline', followed: 'What followed (%{count})', bySystem: 'the system', recordedAt: 'recorded %{at}', gone: 'There is no case %{id}', allRecords: '%{label} (%{count})', fileDamaged: 'the file is damaged', fileLost: 'not received: check the connection and reload',
    },
    form: {
      happened: 'When it happened', happenedHint: 'Leave empty for now; at most %{limit} back', submit: 'Submit', cancel: 'Cancel', optional: 'optional', required: 'required', yes: 'Yes', no: 'No', choose: 'Please choose', submitting: 'Submitting…', done: '“%{label}” is done', noInput: 'Nothing to fill in: just confirm.', leadsToEnd: 'This ends the case.',
      lost: 'The server did not answer. It may have been done: submit again, it will not be done twice.', refused: 'Not done', stale: 'Somebody has just changed this case. The page is up to date now: please check and submit again.', noPosts: 'No such post', noCases: 'Nothing found, try another number or text', namesHint: 'Type a name and press Enter; several may follow', addFile: 'Add a file', removeFile: 'Remove %{name}', takePhoto: 'Take a photo', fileThere: 'File %{name}, press Delete to remove', fileSending: '%{name}: %{percent}% sent', fileWaits: '%{name}: no signal, goes on when it is back', fileRefused: '“%{name}” was not uploaded: %{why}', filesOff: 'The server takes no attachments', filesSending: 'Files are still being uploaded: submit when they are there', between: '%{min} to %{max}', atLeast: 'at least %{min}', atMost: 'at most %{max}',
    },
    report: { title: 'Report a matter', choose: 'Where does it come from', none: 'Your posts may not report matters', home: 'Home', reporter: 'Reporter', name: 'Name', phone: 'Phone', submit: 'Report', done: 'Reported as %{id}', back: 'Choose another source', step1: 'Source', step2: 'What it is about', reporterOptional: 'Reporter (optional)', needed: 'Please fill in', registers: 'Enter into a register' },
    ledger: { export: 'Export to Excel', period: 'Period', whole: 'All', rows: '%{count} rows', empty: 'No case in this period', year: 'by year', quarter: 'by quarter', month: 'by month', number: 'No.', scroll: '%{label}, scrolls sideways', public: 'Public', publicTitle: '%{label} (public)', issue: 'Issue the list', issueWhat: 'Issues “%{label}” as it stands now. Its rows are fixed from then on; it can be issued once for each period and unit.', issued: 'Lists that were issued', noneIssued: 'None has been issued yet', issuedAt: 'issued %{at}', issuedNow: '“%{label}” has been issued' },
    board: { asOf: 'As of', period: 'Period', today: 'now', target: 'Target', min: 'at least %{n}', max: 'at most %{n}', reached: 'reached', missed: 'missed', previous: 'before: %{n}', rising: 'higher is better', falling: 'lower is better', of: '%{count} / %{of}', open: '%{label}: %{n}, show the list', better: 'better', worse: 'worse', same: 'unchanged', up: 'up', down: 'down', groups: 'Made up of', noData: 'no data', raw: 'before exemptions %{n}', rank: 'No. %{n}', in: { minutes: 'min', hours: 'h', days: 'd', 'working-hours': 'working hours', 'working-days': 'working days' } },
    method: { title: 'Method', version: 'version %{version}', flow: 'Flow', ending: 'Ending', you: 'here', passed: 'passed', anywhere: 'from any step: %{actions}', legend: 'Legend', back: 'back', diagram: 'Flow of %{label}', sources: 'Sources', close: 'Close' },
    duty: {
      title: 'Duties', mine: 'My duties', today: 'Today', period: 'Still to do in this period', done: 'Done', later: 'Next time', none: 'Your posts have no duties', met: 'met', wanting: '%{n} wanting', missed: 'not met', tooMany: 'more than allowed', count: '%{count} so far, wanted %{wanted}',
      metOf: '%{met} / %{of} met it', norm: 'Norm', whose: 'Of', unit: 'Unit', sofar: 'So far', wanted: 'Wanted', state: 'State', nobody: 'Nobody has this duty in that period', cases: 'My cases', allCases: 'All %{count}', noCases: 'Nothing to do',
    },
    field: { title: 'In the field', report: 'Report a matter', act: 'Act', close: 'Close', details: 'Details', todo: 'To do (%{count})', more: '%{count} more' },
    qr: { title: 'QR codes of the grids', hint: 'One for each grid. Residents scan it and report without signing in. The address must be one that their telephones reach.', base: 'Address before the path', print: 'Print', closed: 'This district does not take reports from residents', scan: 'Scan and report', byPhone: 'Rather by telephone? Call %{phone}', choose: 'Which to print', of: 'QR code of %{label}', number: 'Number %{id}' },
    subject: { set: '%{count} of “%{label}” on the board', name: 'Name', kind: 'Kind', entered: 'Entered', log: 'Log', noLog: 'nothing recorded yet', entries: '%{count} entries', back: 'Back', open: 'In the register', ended: 'Removed', all: 'All' },
    personal: { reveal: 'See personal data', show: 'Show', hide: 'Mask again', onRecord: 'The timeline will say who saw it and when. It is masked again once you leave this page.', erase: 'Erase personal data', eraseWhat: 'Erases who reported it and all personal data, for good. The timeline stays whole; where something was erased it says “(erased)”.', because: 'Reason', becauseHint: 'For example: asked for by the person', understood: 'I have checked this and want it erased', erasedNow: 'Personal data was erased', gone: '(erased)', name: 'Reporter’s name', phone: 'Reporter’s phone' },
    paper: { order: 'Work order', closing: 'Closing sheet', page: 'This page', which: 'Which form', back: 'Back to the case', givenBy: 'Handed over by (signature)', takenBy: 'Taken by (signature)', takenAt: 'Received on', doneBy: 'Done by (signature)', checkedBy: 'Checked by (signature)', reporter: 'Reporter (signature)', printed: 'Printed %{at} by %{who}', masked: 'personal data masked', clock: 'Clock', started: 'From', due: 'Due', state: 'State', ask: 'Ask', toWhom: 'Of whom', asked: 'Asked', reply: 'Reply', record: 'Record', when: 'When', who: 'Who', content: 'Content', item: 'Requirement', checklist: 'Required for “%{label}”' },
    saved: { title: 'Saved queries', none: 'None saved yet', keep: 'Save this query', label: 'Name', save: 'Save', remove: 'Remove the saved query “%{label}”' },
    bulk: { title: 'Act on all chosen', of: '%{count} cases at once', action: 'Which action', able: '%{label} (%{able} of %{count})', some: '%{count} of them do not allow it now; the reasons will be listed', nothing: 'None of these cases has an action for you', done: '%{done} of %{count} done', doneRow: 'done', refusedRow: 'not done', lostRow: 'no answer', close: 'Close' },
    kanban: { title: 'By step', list: 'As a list', hint: 'Drag a case to its next step and fill in what is asked. Dimmed steps cannot be reached now and say why.', ended: 'Ended', move: 'Move %{id}', noWay: 'No action leads here', dropTo: 'Drop here: %{actions}', more: '%{count} more in the list', which: '%{id} to “%{to}”: by which action?', keys: 'Press space to pick it up, left and right to change the step, space to drop it, Escape to cancel.', picked: 'Picked up %{id}', over: '%{id} is over “%{to}”', nowhere: '%{id} is over no step', dropped: '%{id} was dropped on “%{to}”', cancelled: 'Cancelled, %{id} stays where it was' },
    link: { title: 'Belongs with', similar: 'This may be the same matter, please check first' },
    move: { title: 'Move to a new version', none: 'No open case of an older version', hint: 'These open cases still go by an older version. This tells what would become of each, before anything is moved.', go: 'Move the %{count} that can be', done: '%{count} moved', from: 'From', step: 'Step', clocks: 'Clocks touched', asks: 'Asks withdrawn', can: 'can be moved', cannot: 'stays', result: 'Result' },
    period: { year: '%{year}', quarter: '%{year} Q%{n}', month: '%{year}-%{n}', week: 'week %{n} of %{year}', firstHalf: 'first half of %{year}', secondHalf: 'second half of %{year}', unit: 'Period', which: 'Which' },
  },
};
