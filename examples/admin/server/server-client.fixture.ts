import type { RunningServer } from './admin-server.ts';

/** A browser of a server that listens, with its cookie. */
export interface ServerClient {
  call(path: string, method?: string, body?: unknown): Promise<Response>;
  json<T>(path: string, method?: string, body?: unknown): Promise<T>;
  /** Goes on with the session that another was given. */
  adopt(answer: Response): void;
}

export function clientOf({ port }: RunningServer): ServerClient {
  const url = `http://127.0.0.1:${port}`;
  let cookie = '';
  const adopt = (answer: Response): void => { cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie; };
  const call: ServerClient['call'] = async (path, method = 'GET', body) => {
    const answer = await fetch(url + path, { method, headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: url }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    adopt(answer);
    return answer;
  };
  return { call, adopt, json: async <T>(path: string, method?: string, body?: unknown) => await (await call(path, method, body)).json() as T };
}
