export const en = {
  title: 'Report a problem', report: 'Report', mine: 'My reports', published: 'Published', large: 'Large print', normal: 'Normal print', other: '中文',
  call: 'Rather by telephone? Call', loading: 'Opening…', noPlace: 'This code leads to no grid.', choose: 'Choose the grid where you are', retry: 'Try again', unreachable: 'The server cannot be reached. What you have typed is kept on this telephone.',
  steps: ['The problem', 'How to reach you', 'Check and send'], stepOf: 'Step {n} of {of}', next: 'Next', back: 'Back', submit: 'Send', sending: 'Sending…', optional: ' (optional)',
  required: 'Please fill in "{label}"', saved: 'Saved on this telephone', way: 'What kind of report',
  whereabouts: 'Use my position', locating: 'Locating…', located: 'Position taken', notLocated: 'No position was found; it may be left out', removed: 'Remove', photo: 'Take or choose a photo', photoN: 'Photo {n}', photoBusy: 'Photo {percent}%', photoWaits: 'No line: the photo is sent again later', photoFailed: 'This photo was not taken: {why}', photoCount: 'At most {max}',
  behalf: 'I am reporting for somebody else', person: 'Your name', theirName: 'Name of the person concerned', phone: 'Telephone', theirPhone: 'Telephone of the person concerned', agentName: 'Your name', agentPhone: 'Your telephone', needPerson: 'Please give a name or a telephone number, so that we can answer',
  privacy: 'Personal data', agree: 'I agree that the personal data above is used to handle and answer this matter', needAgree: 'Please read and tick the note on personal data', check: 'Please check', unit: 'Grid',
  similar: 'Already reported nearby: {count} ({stands}). You can still send yours.', similarPlain: 'Already reported nearby: {count}. You can still send yours.',
  refused: 'It was not taken. Please correct it and send again', waits: 'No line. The report is kept on this telephone and sent when the line is back: no need to type it again.', waitsTitle: 'Waiting to be sent', discard: 'Do not send',
  sent: 'Received', number: 'Number', code: 'Code', codeSay: 'Take a screenshot. On another telephone you need the number and the code.', show: 'See how it stands', again: 'Report another',
  none: 'Nothing has been reported from this telephone.', lookUp: 'Look up by number', lookUpButton: 'Look up', forget: 'Remove from this telephone', progress: 'How it stands', here: 'in hand', done: 'done', ahead: 'to come', ended: 'Closed', due: 'Promised', late: 'overdue, being chased', answers: 'Answers to you', noAnswers: 'No answer yet. It will be shown here.',
  reported: 'What you reported', act: 'You can', cancel: 'Cancel', yes: 'Yes', no: 'No', choosePlease: 'Choose', doneAct: '"{label}" is done', refresh: 'Refresh', at: 'Reported', yourDistrict: 'Published by the district', noPublished: 'Nothing is published yet.', rows: '{count} rows', empty: 'There is nothing at present.', page: 'More',
} satisfies Readonly<Record<string, string | readonly string[]>>;

/** Every sentence of the page. */
export type Texts = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : readonly string[] };
