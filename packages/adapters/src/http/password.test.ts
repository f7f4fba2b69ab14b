import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

describe('a password', () => {
  it('is kept so that only itself opens it, and never twice alike', async () => {
    const [kept, again] = [await hashPassword('正确的密码'), await hashPassword('正确的密码')];
    expect(kept).not.toBe(again);
    expect(kept).toMatch(/^scrypt\$32768\$8\$1\$/);
    expect(await verifyPassword('正确的密码', kept)).toBe(true);
    expect(await verifyPassword('正确的密码 ', kept)).toBe(false);
  });

  it('is the same however the keyboard writes it', async () => {
    expect(await verifyPassword('ｃａｆé１', await hashPassword('cafe\u03011'.normalize('NFC')))).toBe(true);
  });

  it('opens nothing where there is no account or what is kept is unreadable', async () => {
    expect(await verifyPassword('', undefined)).toBe(false);
    expect(await verifyPassword('x', 'plain text')).toBe(false);
  });
});
