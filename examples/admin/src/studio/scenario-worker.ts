import { playMethodScenarios } from './play-scenarios.ts';

// Plays scenarios beside the page, so that it stays free to be used; each result is told as soon as it is there.
const here = globalThis as unknown as { onmessage: unknown; postMessage(message: unknown): void };
here.onmessage = async ({ data }: MessageEvent<{ readonly text: string; readonly file: string }>) => {
  for await (const result of playMethodScenarios(data.text, data.file)) here.postMessage(result);
  here.postMessage('done');
};
