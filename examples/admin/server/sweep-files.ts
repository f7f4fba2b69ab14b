import type { FileStore } from '@bihuan/adapters/files';

const dayMs = 86_400_000;

/** Once a day, and at once: what was uploaded a day ago and went into nothing is gone. By the real clock, as uploads are. */
export function startSweepingFiles(files: FileStore, tenant: string, say: (line: string) => void): { stop(): void } {
  const sweep = (): void => {
    files.sweep(tenant, Date.now() - dayMs).catch((error: unknown) => say(`附件清理出错，明天再试 · Attachments could not be swept; it will be tried again tomorrow: ${String(error)}`));
  };
  sweep();
  const timer = setInterval(sweep, dayMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
