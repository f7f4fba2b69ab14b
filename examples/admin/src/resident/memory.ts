const prefix = 'bihuan-r:';

/** What the telephone keeps: whatever was typed stays there until it has been taken. Where it keeps nothing (private windows), the page still works. */
export function recall<T>(name: string): T | undefined {
  try {
    const kept = localStorage.getItem(prefix + name);
    return kept === null ? undefined : JSON.parse(kept) as T;
  } catch {
    return undefined;
  }
}

export function store(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch { /* full, or not allowed: the page goes on without */ }
}
