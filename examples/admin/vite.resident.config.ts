import { defineConfig } from 'vite';

// 群众随手拍页面的构建：不含 react，单独一份，适合旧手机和慢网络。在 vite.config.ts 之后构建。
// The build of the residents' page: without react, by itself, for old telephones and slow lines. Built after vite.config.ts.
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: 'dist/client', emptyOutDir: false, target: ['chrome64', 'safari12'], modulePreload: { polyfill: false }, rolldownOptions: { input: 'report/index.html' } },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
