import { existsSync } from 'node:fs';

/** Where the browser is: $CHROMIUM, else Debian's place; undefined when it is not there. */
export function findChromium() {
  const path = process.env['CHROMIUM'] || '/usr/bin/chromium';
  return existsSync(path) ? path : undefined;
}

export const howToInstallChromium =
  '没有找到 Chromium：请运行 apt-get install chromium fonts-noto-cjk，或用环境变量 CHROMIUM 指明它的位置。\n' +
  'Chromium was not found: run apt-get install chromium fonts-noto-cjk, or say where it is in the variable CHROMIUM.';
