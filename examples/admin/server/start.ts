import { announcement, districtAnnouncement, filesNote } from './announce.ts';
import { startAdmin } from './admin-server.ts';
import { shownAddress } from './database-address.ts';
import { readManifest } from './demo-manifest.ts';
import { readSettings } from './settings.ts';
import { StartFailure } from './start-failure.ts';

try {
  const started = performance.now();
  const settings = readSettings(process.env);
  const plans = readManifest(settings.districts);
  const server = await startAdmin(settings, plans, (line) => console.log(line));
  const stop = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    console.log('正在停止 · stopping');
    server.close().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  console.log(announcement(`http://localhost:${server.port}`, `数据库 · database: ${shownAddress(settings.database)}   ${seconds()} s\n${filesNote(settings.files)}`, plans.length));
  await server.ready;
  for (const district of server.districts) if (district.api) console.log(districtAnnouncement(district));
  console.log(`全部就绪 · all there: ${seconds()} s`);
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(`无法启动：${error.text.zh}\nCannot start: ${error.text.en}`);
  process.exit(1);
}
