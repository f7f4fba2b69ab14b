/** Tells whoever listens that something of a tenant has changed: by coarse topic, never what. */
export interface ChangeBus {
  tell(tenant: string, topic: string): void;
  /** Hears of every change until it is called off. */
  hear(tenant: string, listener: (topic: string) => void): () => void;
  /** Calls everybody off: the server stops. */
  close(): void;
}

interface ChangeBusOptions {
  /** A figure that is another one when another process has changed something. Asked for now and then while anybody listens. */
  readonly figure?: (tenant: string) => Promise<string>;
  readonly everyMs?: number;
}

/** A bus within one process; what other processes write is noticed by the figure. */
export function changeBus({ figure, everyMs = 3_000 }: ChangeBusOptions = {}): ChangeBus {
  const rooms = new Map<string, { readonly listeners: Set<(topic: string) => void>; timer?: NodeJS.Timeout }>();
  const tell: ChangeBus['tell'] = (tenant, topic) => rooms.get(tenant)?.listeners.forEach((listener) => { listener(topic); });
  const watch = (tenant: string): NodeJS.Timeout | undefined => {
    if (figure === undefined) return undefined;
    let before: string | undefined;
    const look = async (): Promise<void> => {
      const now = await figure(tenant).catch(() => before); // while the store is away nothing is known to have changed
      if (before !== undefined && now !== before) tell(tenant, 'cases');
      before = now;
    };
    void look();
    return setInterval(() => void look(), everyMs).unref();
  };
  return {
    tell,
    hear(tenant, listener) {
      const room = rooms.get(tenant) ?? { listeners: new Set() };
      rooms.set(tenant, room);
      if (room.listeners.size === 0) {
        const timer = watch(tenant);
        if (timer) room.timer = timer;
      }
      room.listeners.add(listener);
      return () => {
        room.listeners.delete(listener);
        if (room.listeners.size === 0) clearInterval(room.timer);
      };
    },
    close() {
      for (const { timer, listeners } of rooms.values()) {
        clearInterval(timer);
        listeners.forEach((listener) => { listener('closed'); });
        listeners.clear();
      }
    },
  };
}
