// 各室与方向，见 CONTRIBUTING.md。没有例外清单：循环一个也不许。
// The rooms and their direction, see CONTRIBUTING.md. There is no list of exceptions: not one cycle.

const { readdirSync } = require('node:fs');

const test = '[.]test(-d)?[.]tsx?$|/e2e/';
const helper = '/(testing|fixtures|test-support)/|[.](fixture|testing)[.]tsx?$';

// Inside the core, from the ground up. A room may import itself and what is named here.
const core = {
  issues: [],
  calendar: ['issues', 'method'],
  method: ['issues', 'calendar'],
  rules: ['issues', 'method', 'calendar'],
  case: ['issues', 'method', 'calendar', 'rules'],
  norms: ['issues', 'method', 'calendar', 'rules', 'case'],
  queries: ['issues', 'method', 'calendar', 'rules', 'case', 'norms'],
  check: ['issues', 'method', 'calendar', 'rules', 'case'],
  engine: ['issues', 'method', 'calendar', 'rules', 'case', 'norms', 'queries', 'check'],
};
// Adapters do not know each other; only the command line chooses among stores, and it and the API read tables; stores in a database share one query layer; a broker is one way to send what the outbox holds.
const adapters = Object.fromEntries(readdirSync('packages/adapters/src').map((room) => [room, ({ cli: ['memory', 'sqlite', 'tables', 'outbox', 'upkeep'], upkeep: ['sql', 'sqlite', 'postgres', 'mysql'], http: ['files', 'spreadsheet', 'tables'], sqlite: ['sql'], postgres: ['sql'], mysql: ['sql'], redis: ['outbox'] })[room] ?? []]));

const rooms = (root, graph) => Object.entries(graph).map(([room, others]) => ({
  name: `${root.split('/')[1]}-${room}`,
  comment: `${room} may import ${[room, ...others].join(', ')} in ${root}`,
  severity: 'error',
  from: { path: `^${root}/${room}/`, pathNot: `${test}|${helper}` },
  to: { path: `^${root}/`, pathNot: `^${root}/(${[room, ...others].join('|')})/` },
}));

// A new room gets its line above first: whatever a room that is not there imports, or whoever imports it, is an error.
const unknown = (graph) => {
  const stranger = `^packages/core/src/(?!(${Object.keys(graph).join('|')})/)[^/]+/`;
  return [
    { name: 'core-room-unknown', severity: 'error', from: { path: stranger, pathNot: test }, to: {} },
    { name: 'core-room-unknown', severity: 'error', from: {}, to: { path: stranger } },
  ];
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'core-imports-nothing-above', severity: 'error', from: { path: '^packages/core/' }, to: { path: '^(packages/adapters|examples|bench|scripts)/' } },
    { name: 'adapters-import-nothing-above', severity: 'error', from: { path: '^packages/adapters/' }, to: { path: '^(examples|bench|scripts)/' } },
    { name: 'core-by-its-front-door', comment: 'import @bihuan/core, not its files (tests may look inside)', severity: 'error', from: { pathNot: `^packages/core/|${test}|${helper}` }, to: { path: '^packages/core/src/', pathNot: '^packages/core/src/(index[.]ts$|.*[.]fixture[.]ts$)' } },
    { name: 'core-no-node', severity: 'error', from: { path: '^packages/core/src/', pathNot: test }, to: { dependencyTypes: ['core'] } },
    ...rooms('packages/core/src', core),
    ...rooms('packages/adapters/src', adapters),
    ...unknown(core),
    { name: 'web-without-server', comment: 'the pages may know the types of the server, not its code', severity: 'error', from: { path: '^examples/[^/]+/src/', pathNot: test }, to: { path: '^examples/[^/]+/server/', dependencyTypesNot: ['type-only'] } },
    { name: 'no-test-in-production', severity: 'error', from: { pathNot: `${test}|${helper}` }, to: { path: `${test}|${helper}` } },
    { name: 'contract-is-for-tests', severity: 'error', from: { pathNot: `${test}|${helper}|^packages/adapters/src/contract/` }, to: { path: '^packages/adapters/src/contract/' } },
    {
      name: 'declared-dependencies', comment: 'what is published imports only what its package.json lists under dependencies', severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: `${test}|${helper}` }, to: { pathNot: '^packages/', dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages|examples)/.*/?dist/' },
    tsPreCompilationDeps: true, // type-only imports count
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['bihuan-source', 'import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
