import { openers } from '/work/main/bench/stores/databases.ts';
import { engineOver } from '/work/main/bench/stores/district.ts';
import { fill } from '/work/main/bench/stores/fill.ts';
import { askFigures, sumUp } from '/work/main/bench/stores/figures.ts';
const [which, n, times] = [process.argv[2]!, Number(process.argv[3]), Number(process.argv[4])];
const bench = await openers[which]!();
const cat = (a: string, b: string) => which === 'mysql' ? `concat(${a}, ${b})` : `${a} || ${b}`;
try {
  let t = performance.now();
  const lap = (what: string) => { console.log(which, what, ((performance.now() - t) / 1000).toFixed(1), 's'); t = performance.now(); };
  await fill(bench, n, n);
  lap('filled');
  const e = bench.table('entries'), h = bench.table('heads'), c = bench.table('cases');
  const columns = 'tenant, query, day, opened, case_id, nr, place, grp, hit, exempt, top, bottom';
  if (times > 1) await bench.query(`insert into ${e} (${columns}) with recursive k(i) as (select 1 union all select i + 1 from k where i < ${times - 1}) select e.tenant, e.query, e.day, e.opened, ${cat("e.case_id", which === 'mysql' ? "concat('-', k.i)" : "'-' || k.i")}, e.nr, e.place, e.grp, e.hit, e.exempt, e.top, e.bottom from ${e} as e, k`);
  lap('multiplied');
  await sumUp(bench);
  lap('summed');
  await bench.analyze();
  const engine = engineOver(bench.store);
  // Pages show cases that are copies: these few get what they need.
  for (const options of [{}, { place: '\tstreet-03\t', offset: 1000 }]) {
    const page = await bench.store.entries('default', { query: '1330/ledger/worksheet', days: { first: '2021-01-01', last: '2021-12-31' }, limit: 25, ...options });
    for (const { case: id } of page) if (id.includes('-')) {
      const base = id.slice(0, id.indexOf('-'));
      for (const [table, key] of [[c, 'id'], [h, 'case_id']] as const) {
        const [row] = await bench.query(`select * from ${table} where tenant = 'default' and ${key} = '${base}'`);
        const names = Object.keys(row!).filter((name) => name !== 'undated');
        const values = names.map((name) => (name === key ? id : name === 'state' ? String(row![name]).replaceAll(base, id) : row![name]));
        await bench.insert(table.replace(/^.*bihuan_/, ''), names, [values as never]);
      }
    }
  }
  lap('ready');
  const [{ n: count }] = await bench.query(`select count(*) as n from ${e}`) as [{ n: number }];
  console.log('entries', count, (await bench.bytes() / 1e6).toFixed(0), 'MB');
  for (const { name, p50, p95 } of await askFigures(engine, 20)) console.log(p50.toFixed(1).padStart(8), p95.toFixed(1).padStart(8), name);
} finally { await bench.close(); }
