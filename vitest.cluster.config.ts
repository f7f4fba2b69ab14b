import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

// 集群测试：自己启动几台数据库，见 scripts/test-cluster.mjs。
// The tests on clusters, which start servers of their own: see scripts/test-cluster.mjs.
export default defineConfig({
  ...base,
  test: { include: ['packages/adapters/src/cluster/*.test.ts'], fileParallelism: false, reporters: ['default'] },
});
