import { announcement } from './announce.ts';
import { startAdmin } from './admin-server.ts';
import { demoDistrict } from './demo-district.ts';
import { readSettings } from './settings.ts';
import { StartFailure } from './start-failure.ts';

try {
  const started = performance.now();
  const settings = readSettings(process.env);
  const district = demoDistrict();
  const server = await startAdmin(settings, district, (line) => console.log(line));
  const stop = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    console.log('正在停止 · stopping');
    server.close().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  await server.ready;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(announcement(`http://localhost:${server.port}`, district.logins, `数据库 · database: ${settings.database}   ${seconds} s`));
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(`无法启动：${error.text.zh}\nCannot start: ${error.text.en}`);
  process.exit(1);
}
