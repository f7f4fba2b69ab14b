// 汇总：vitest 的测试数加上 .ci/run 自己的检查数。
// The sum: vitest's tests and the checks of .ci/run itself.
import { existsSync, readFileSync } from 'node:fs';

let [passed = 0, failed = 0] = process.argv.slice(2).map(Number);
for (const kind of ['unit', 'e2e']) {
  const file = `node_modules/.cache/bihuan/${kind}.json`;
  if (!existsSync(file)) continue; // that step has failed and is counted as such
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
  console.log(`vitest ${kind}: ${numPassedTests} + ${numFailedTests}`);
  passed += numPassedTests;
  failed += numFailedTests;
}
console.log(`${passed} passed, ${failed} failed`);
