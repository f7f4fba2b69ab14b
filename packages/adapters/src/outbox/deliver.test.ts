import { describe, expect, it } from 'vitest';
import type { CaseStore } from '@bihuan/core';
import { batchOf, elsewhere, fill, here, type Draft } from '../contract/sample-cases.ts';
import { memoryStore } from '../memory/index.ts';
import { backOff, deadLetters, deliver, passOver, sendAgain, type DeliverOptions, type Delivery, type Sent } from './index.ts';

const start = 1_800_000_000_000;
const nothing = { delivered: 0, failed: 0, dead: 0, lost: 0, more: false };

/** A store with cases, a clock that is set by hand, and a consumer that answers as it is told. */
async function bench(cases: Readonly<Record<string, Draft>>, answer: (delivery: Delivery) => Sent | void | Promise<Sent | void> = () => {}) {
  const store: CaseStore = memoryStore({ consumers: ['far'] });
  await fill(store, cases);
  const got: Delivery[] = [];
  const clock = { now: start };
  const options: DeliverOptions = {
    store, tenant: here, consumer: 'far', now: () => clock.now, wait: (tries) => tries * 1000,
    send: async (delivery) => { got.push(delivery); return answer(delivery); },
  };
  return { store, got, clock, options, said: () => got.splice(0).map(({ caseId, seq }) => `${caseId} ${seq}`).join(', '), letterbox: { store, tenant: here, consumer: 'far' } };
}
const failed = (reason: string, more: Partial<Extract<Sent, { ok: false }>> = {}): Sent => ({ ok: false, reason, ...more });

describe('one pass', () => {
  it('sends every event of every case once, in order per case, as it is kept', async () => {
    const { store, got, options } = await bench({ c1: { events: 2 }, c2: {} });
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 3 });
    expect(got.filter(({ caseId }) => caseId === 'c1')).toEqual((await store.history(here, 'c1')).map((event) =>
      ({ id: `${encodeURIComponent(here)}:c1:${event.seq}`, tenant: here, consumer: 'far', caseId: 'c1', seq: event.seq, event, at: start, tries: 0 })));
    got.length = 0;
    expect(await deliver(options)).toEqual(nothing);
    await store.append(batchOf('c1', { expected: 2 }));
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 1 });
    expect(got.map(({ seq }) => seq)).toEqual([3]);
  });

  it('leaves personal data out, unless the consumer may have it; what was erased nobody gets', async () => {
    const { store, got, options } = await bench({});
    const told = (name: string) => [{ type: 'field', name: 'phone', value: name }] as const;
    const [event] = batchOf('c1').writes[0].events;
    await store.append({ ...batchOf('c1', { row: {} }), writes: [{ ...batchOf('c1').writes[0], events: [{ ...event!, changes: told('#personal:1.1') }] }], personal: [{ caseId: 'c1', ref: '1.1', value: '"13912345678"' }] });
    await deliver({ ...options, send: async (delivery) => { got.push(delivery); return failed('later'); } });
    await deliver({ ...options, now: () => start + 10_000, withPersonal: true, send: async (delivery) => { got.push(delivery); return failed('later'); } });
    await store.append({ ...batchOf('c1', { expected: 1 }), erased: ['c1'] });
    await deliver({ ...options, now: () => start + 60_000, withPersonal: true });
    expect(got.map(({ event: { changes } }) => changes[0])).toMatchObject([{ value: '#personal:1.1' }, { value: '13912345678' }, { name: 'phone' }, { name: 'content' }]);
    expect(JSON.stringify(got[2])).not.toContain('139');
  });

  it('takes no more cases than a batch, and says that there are more', async () => {
    const { options } = await bench({ c1: {}, c2: {}, c3: {} });
    expect(await deliver({ ...options, batch: 2 })).toEqual({ ...nothing, delivered: 2, more: true });
    expect(await deliver({ ...options, batch: 2 })).toEqual({ ...nothing, delivered: 1 });
    expect(await deliver({ ...options, batch: 0 })).toEqual(nothing);
  });

  it('leaves other tenants and consumers alone', async () => {
    const { options, said } = await bench({ c1: {}, c2: { tenant: elsewhere } });
    expect(await deliver({ ...options, consumer: 'unknown' })).toEqual(nothing);
    await deliver(options);
    expect(said()).toBe('c1 1');
  });

  it('tells of the same event under the same id at every attempt, and under another every other event', async () => {
    const { got, options, clock } = await bench({ 'a:b': {}, c1: { events: 2 } }, ({ tries }) => (tries === 0 ? failed('no') : undefined));
    for (let i = 0; i < 5; i++, clock.now += 5000) await deliver(options);
    expect(new Map(got.map(({ id, caseId, seq }) => [id, `${caseId} ${seq}`])).size).toBe(3);
    expect(got).toHaveLength(6);
  });
});

describe('a failed attempt', () => {
  it.each([
    ['is said', () => failed('not now'), 'not now'],
    ['is thrown', () => { throw new TypeError('broken'); }, 'TypeError: broken'],
    ['is thrown as a text', () => Promise.reject('away'), 'away'],
  ])('that %s is tried again after its wait, and holds up only its own case', async (_, answer, reason) => {
    let broken = true;
    const { store, options, clock, said } = await bench({ c1: { events: 2 }, c2: {} }, ({ caseId }) => (broken && caseId === 'c1' ? answer() : undefined));
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 1, failed: 1 });
    expect(said()).toBe('c1 1, c2 1');
    clock.now += 999;
    expect(await deliver(options)).toEqual(nothing);
    clock.now += 1;
    await deliver(options);
    expect(said(), 'the wait grows from attempt to attempt').toBe('c1 1');
    clock.now += 1999;
    await deliver(options);
    expect(said()).toBe('');
    clock.now += 1;
    broken = false;
    const [lane] = await store.takeLanes(here, 'far', { now: clock.now, until: clock.now + 1, limit: 1 });
    expect(lane).toMatchObject({ tries: 2, reason, tried: start + 1000 });
    clock.now += 1;
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 2 });
    expect(said()).toBe('c1 1, c1 2');
  });

  it('that asks for a longer wait gets it', async () => {
    const { options, clock, said } = await bench({ c1: {} }, ({ tries }) => (tries === 0 ? failed('busy', { after: 60_000 }) : undefined));
    await deliver(options);
    clock.now += 59_999;
    await deliver(options);
    expect(said()).toBe('c1 1');
    clock.now += 1;
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 1 });
  });

  it('waits twice as long each time, half of it by chance, and no longer than is set', () => {
    const wait = backOff({ first: 1000, most: 60_000 });
    for (let tries = 1; tries < 100; tries++) {
      const whole = Math.min(60_000, 1000 * 2 ** (tries - 1));
      expect(wait(tries)).toBeGreaterThanOrEqual(Math.floor(whole / 2));
      expect(wait(tries)).toBeLessThanOrEqual(whole);
    }
    expect(new Set(Array.from({ length: 50 }, () => wait(5))).size).toBeGreaterThan(1);
  });
});

describe('a dead letter', () => {
  it.each([['after so many attempts', failed('no'), 3], ['at once where it would be refused again', failed('no', { final: true }), 1]])('is made %s, and stands with what waits behind it', async (_, answer, attempts) => {
    const { store, options, clock, letterbox, said } = await bench({ c1: { events: 3 }, c2: {} }, ({ caseId }) => (caseId === 'c1' ? answer : undefined));
    for (let i = 0; i < 9; i++, clock.now += 10_000) await deliver({ ...options, attempts: 3 });
    expect(said().split(', ').filter((each) => each === 'c1 1')).toHaveLength(attempts);
    expect(await deadLetters(letterbox)).toEqual([{ caseId: 'c1', seq: 1, event: (await store.history(here, 'c1'))[0], tries: attempts, tried: start + (attempts - 1) * 10_000, reason: 'no', waiting: 2 }]);
    expect([await deadLetters({ ...letterbox, limit: 0 }), await deadLetters({ ...letterbox, after: 'c1' })]).toEqual([[], []]);
  });

  it('that is sent again goes out at the next pass with all its attempts, and those behind it after it', async () => {
    let open = false;
    const { options, clock, letterbox, said } = await bench({ c1: { events: 3 } }, () => (open ? undefined : failed('no', { final: true })));
    await deliver(options);
    const [{ caseId, seq } = { caseId: '', seq: 0 }] = await deadLetters(letterbox);
    expect(await sendAgain({ ...letterbox, caseId, seq: 2, now: clock.now }), 'another than the one that was seen').toBe(false);
    expect(await sendAgain({ ...letterbox, caseId, seq, now: clock.now })).toBe(true);
    expect(await sendAgain({ ...letterbox, caseId, seq, now: clock.now })).toBe(false);
    expect(await deadLetters(letterbox)).toEqual([]);
    expect(await deliver(options)).toEqual({ ...nothing, dead: 1 });
    open = true;
    expect(await sendAgain({ ...letterbox, caseId, seq, now: clock.now })).toBe(true);
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 3 });
    expect(said()).toBe('c1 1, c1 1, c1 1, c1 2, c1 3');
  });

  it('that is passed over is never sent, and those behind it are; the last of a case leaves nothing', async () => {
    const { options, clock, letterbox, said } = await bench({ c1: { events: 2 }, c2: {} }, ({ seq }) => (seq === 1 ? failed('no', { final: true }) : undefined));
    await deliver(options);
    said();
    for (const caseId of ['c1', 'c2']) expect(await passOver({ ...letterbox, caseId, seq: 1, now: clock.now })).toBe(true);
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 1 });
    expect([said(), await deadLetters(letterbox)]).toEqual(['c1 2', []]);
  });
});

describe('a lease', () => {
  it('that half of has gone lets go of the case: what is left is sent at the next pass, by whoever comes', async () => {
    const { options, clock, said } = await bench({ c1: { events: 5 } }, () => { clock.now += 20_000; });
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 2, more: true });
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 2, more: true });
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 1 });
    expect(said()).toBe('c1 1, c1 2, c1 3, c1 4, c1 5');
  });

  it('keeps others away while it holds; a worker that dies in the middle is followed when it is over, and the event comes again', async () => {
    const { options, clock, said } = await bench({ c1: { events: 2 } }, () => (clock.now === start ? new Promise<never>(() => {}) : undefined));
    void deliver(options); // its end never comes
    await new Promise(setImmediate);
    clock.now += 59_999;
    expect(await deliver(options)).toEqual(nothing);
    clock.now += 1;
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 2 });
    expect(said()).toBe('c1 1, c1 1, c1 2');
  });

  it('that is over before the answer comes: whoever was late says nothing more and sends no further event', async () => {
    let answer = (): void => {};
    const { options, clock, said } = await bench({ c1: { events: 3 } }, () => (clock.now === start ? new Promise<void>((resolve) => { answer = resolve; }) : undefined));
    const late = deliver(options);
    await new Promise(setImmediate);
    clock.now += 60_000;
    expect(await deliver(options)).toEqual({ ...nothing, delivered: 3 });
    answer();
    expect(await late).toEqual({ ...nothing, lost: 1 });
    expect(said()).toBe('c1 1, c1 1, c1 2, c1 3');
  });

  it('is used to write down what was sent when the store is busy at first; what cannot be written down comes again', async () => {
    const { store, options, clock, said } = await bench({ c1: { events: 2 } });
    let busy = 2;
    const held = { ...options, store: { ...store, moveLane: async (...move: Parameters<CaseStore['moveLane']>) => (busy-- > 0 ? false : store.moveLane(...move)) } };
    expect(await deliver(held)).toEqual({ ...nothing, delivered: 2 });
    await store.append(batchOf('c1', { expected: 2 }));
    busy = 3;
    expect(await deliver(held)).toEqual({ ...nothing, lost: 1 });
    clock.now += 60_000;
    expect(await deliver(held)).toEqual({ ...nothing, delivered: 1 });
    expect(said()).toBe('c1 1, c1 2, c1 3, c1 3');
  });

  it('has to last, or the program is wrong', async () => {
    const { options } = await bench({});
    await expect(deliver({ ...options, lease: 0 })).rejects.toThrow(RangeError);
  });
});

it('an error of the store is thrown, when all the others have been told', async () => {
  const { store, options, said } = await bench({ c1: {}, c2: {} });
  const broken = { ...store, history: async (tenant: string, id: string) => { if (id === 'c1') throw new Error('disk on fire'); return store.history(tenant, id); } };
  await expect(deliver({ ...options, store: broken })).rejects.toThrow('disk on fire');
  expect(said()).toBe('c2 1');
});

it('events that are kept no longer are not waited for', async () => {
  const { store, options } = await bench({ c1: {} });
  expect(await deliver({ ...options, store: { ...store, history: async () => [] } })).toEqual(nothing);
  expect(await deliver(options)).toEqual(nothing);
});
