import type { Directory, Post, Words } from '@bihuan/core';

const same = (text: string): Words => ({ zh: text, en: text });

/** The words for units, people and posts, each asked for once while one request is answered. */
export interface DirectoryWords {
  unit(id: string): Promise<Words>;
  person(id: string): Promise<Words>;
  post(id: string): Promise<Words>;
}

/** Looks words up in the directory; what it does not know is shown by its id. */
export function directoryWords(directory: Directory, tenant: string): DirectoryWords {
  const posts = once((id) => directory.post(tenant, id));
  return {
    unit: once(async (id) => (await directory.unit(tenant, id))?.label ?? same(id)),
    person: once(async (id) => same((await directory.person(tenant, id))?.name ?? id)),
    post: async (id) => same(nameOfPost(await posts(id)) ?? id),
  };
}

const nameOfPost = (post: Post | undefined): string | undefined => post?.name ?? post?.person;

function once<T>(ask: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (id) => {
    let answer = asked.get(id);
    if (answer === undefined) asked.set(id, answer = ask(id));
    return answer;
  };
}
