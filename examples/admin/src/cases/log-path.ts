/** Where the page of a case or subject lies. A subject's page does not need its kind: the id tells. */
export const logPath = ({ id, subject }: { readonly id: string; readonly subject: boolean }): string =>
  (subject ? `/subject/${encodeURIComponent(id)}` : `/cases/${encodeURIComponent(id)}/show`);
