import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { databaseAddress, shownAddress } from './database-address.ts';
import { StartFailure } from './start-failure.ts';

describe('where the database is', () => {
  it.each([
    ['/srv/a.sqlite', { kind: 'sqlite', path: '/srv/a.sqlite' }], ['data/a.sqlite', { kind: 'sqlite', path: resolve('data/a.sqlite') }],
    ['file:data/a.sqlite', { kind: 'sqlite', path: resolve('data/a.sqlite') }], ['file:///srv/my%20data/a.sqlite', { kind: 'sqlite', path: '/srv/my data/a.sqlite' }],
    ['postgres://u:p@h/d', { kind: 'postgres', url: 'postgres://u:p@h/d' }], ['postgresql://h:5433/d?sslmode=require', { kind: 'postgres', url: 'postgresql://h:5433/d?sslmode=require' }],
    ['mysql://u@h/d', { kind: 'mysql', url: 'mysql://u@h/d' }], ['mariadb://u@h/d', { kind: 'mysql', url: 'mysql://u@h/d' }],
  ])('%s', (given, address) => { expect(databaseAddress(given)).toEqual(address); });

  it.each(['oracle://h/d', 'postgres://u:p@h:port/d', 'mysql://h', 'postgres://h/', 'file://elsewhere/a%2Fb'])('%s is refused in one sentence', (given) => {
    expect(() => databaseAddress(given)).toThrow(StartFailure);
  });

  it('is shown without its password, also where it is refused', () => {
    expect(shownAddress(databaseAddress('postgres://u:secret@h:1/d?password=secret'))).toBe('postgres://u@h:1/d');
    expect(() => databaseAddress('oracle://u:secret@h/d')).toThrow(expect.not.objectContaining({ message: expect.stringContaining('secret') }));
  });

  it.each(['postgres', 'mysql'])('a %s that does not answer is named, with the reason', async (kind) => {
    const error = await connect(databaseAddress(`${kind}://u:secret@127.0.0.1:1/d`)).then(() => undefined, (cause: StartFailure) => cause);
    expect(error).toBeInstanceOf(StartFailure);
    for (const text of [error!.text.zh, error!.text.en]) expect(text).toMatch(new RegExp(`${kind}://u@127.0.0.1:1/d.*ECONNREFUSED`));
  });
});
