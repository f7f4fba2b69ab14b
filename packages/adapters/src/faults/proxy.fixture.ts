// A network between a store and its servers that can be pointed elsewhere, fall silent and break; for tests.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Proxy {
  readonly port: number;
  /** New connections go to these ports, one after the other. */
  pointTo(...ports: readonly number[]): void;
  /** Nothing is forwarded any more, in neither direction, and nothing is closed. */
  fallSilent(): void;
  /** The next question that says this is forwarded; what comes back on its connection is not: there is silence, or the connection breaks. */
  swallowAnswer(to: RegExp, then: 'silence' | 'break'): void;
  /** Everything is forwarded again. */
  speak(): void;
  /** All connections break. */
  cut(): void;
  end(): Promise<void>;
}

/** A proxy on a port of its own. */
export async function openProxy(...ports: readonly number[]): Promise<Proxy> {
  let [targets, silent, turn] = [ports, false, 0];
  let trap: { readonly to: RegExp; readonly then: 'silence' | 'break' } | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(targets[turn++ % targets.length]!, '127.0.0.1');
    for (const [one, other] of [[from, to], [to, from]] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('data', (part: Buffer) => {
        if (one === from && trap?.to.test(part.toString('latin1'))) {
          const { then } = trap;
          trap = undefined;
          to.removeAllListeners('data').on('data', () => { if (then === 'break') from.destroy(); });
        }
        if (!other.write(part)) { one.pause(); other.once('drain', () => { if (!silent) one.resume(); }); }
      });
      one.on('error', () => {}).on('close', () => { sockets.delete(one); other.destroy(); });
      if (silent) one.pause();
    }
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const cut = () => { for (const socket of sockets) socket.destroy(); };
  return {
    port: (server.address() as AddressInfo).port,
    pointTo(...next) { targets = next; },
    fallSilent() { silent = true; for (const socket of sockets) socket.pause(); },
    swallowAnswer(to, then) { trap = { to, then }; },
    speak() { silent = false; for (const socket of sockets) socket.resume(); },
    cut,
    end: () => new Promise((resolve) => { server.close(() => resolve()); cut(); }),
  };
}
