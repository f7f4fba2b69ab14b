import { hash } from 'node:crypto';

/** A name that a column of 191 signs can hold: a longer one by its beginning and its hash. For what is only ever looked up by the name that was given. */
export const shortName = (name: string): string => (name.length <= 191 ? name : `${[...name.slice(0, 120)].slice(0, -1).join('')}#${hash('sha256', name, 'hex')}`);
