/** 交办单, 办结单: what a case can be printed as. */
export const paperForms = ['order', 'closing'] as const;
export type PaperForm = (typeof paperForms)[number];

/** Who signs which form, in order. */
export const signers: Readonly<Record<PaperForm, readonly string[]>> = { order: ['givenBy', 'takenBy', 'takenAt'], closing: ['doneBy', 'checkedBy', 'reporter'] };
