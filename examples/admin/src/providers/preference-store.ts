import { type Store, localStorageStore } from 'react-admin';

const kept = ['locale', 'theme', 'fontSize', 'sidebar.open', 'district'];

const store = localStorageStore('1', 'bihuan');

/** react-admin empties its store at logout; on a shared office machine how it looks stays, what was searched for goes. */
export const preferenceStore: Store = {
  ...store,
  reset() {
    for (const key of Object.keys(store.listItems?.() ?? {})) {
      if (!kept.some((name) => key === name || key.startsWith(`${name}_`))) store.removeItem(key);
    }
  },
};
