/** In a flow an ending stands beside the steps under this name. */
export const endingNode = (ending: string): string => `ending:${ending}`;
