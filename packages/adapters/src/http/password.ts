import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 } as const;
const length = 32;

/**
 * A password as it is kept: scrypt with its own salt; the parameters stand beside it, so they can be raised later.
 * @example await hashPassword('…') //=> 'scrypt$32768$8$1$<salt>$<hash>'
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, length, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Is it the password? Compared in constant time. Nothing kept takes as long as something wrong, so nobody learns which names there are. */
export async function verifyPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [scheme, n, r, p, salt, hash] = (kept ?? nobody).split('$');
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), expected.length, { N: Number(n), r: Number(r), p: Number(p), maxmem: cost.maxmem });
  return timingSafeEqual(given, expected) && kept !== undefined;
}

const nobody = ['scrypt', cost.N, cost.r, cost.p, Buffer.alloc(16).toString('base64url'), Buffer.alloc(length).toString('base64url')].join('$');

const derive = (password: string, salt: Buffer, bytes: number, options: { N: number; r: number; p: number; maxmem: number }): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, bytes, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
