import type { Words } from '@bihuan/core';

/** What `dead-letters` says. */
export const letterWords = {
  actionUnknown: (given: string): Words => ({ zh: `“${given}”应为 list 或 resend`, en: `"${given}" must be list or resend` }),
  stands: (seq: number, type: string, tries: number, tried: string, waiting: number): Words => ({
    zh: `第 ${seq} 条 ${type}，试过 ${tries} 次，最后 ${tried}，后面等着 ${waiting} 条`, en: `event ${seq}, ${tries} attempts, last ${tried}, ${waiting} waiting behind it`,
  }),
  counted: (letters: number): Words => ({ zh: `死信 ${letters}`, en: `${letters} dead letter${letters === 1 ? '' : 's'}` }),
  sent: (letters: number): Words => ({ zh: `${letters} 封将在下一轮投递时重送`, en: `${letters} will be sent again at the next pass` }),
  moved: (letters: number): Words => ({ zh: `${letters} 封已不是死信，没有动`, en: `${letters} no longer stood and were left alone` }),
};
