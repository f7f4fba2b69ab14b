/** A word or a sentence in both languages: Chinese first. */
export interface Words { readonly zh: string; readonly en: string }
