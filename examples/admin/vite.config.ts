import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// 网页的构建；开发时把 /api 转给 3000 端口上的服务。
// The build of the web pages; while developing, /api goes to the server on port 3000.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist/client', emptyOutDir: true, chunkSizeWarningLimit: 1400, reportCompressedSize: true },
  // The workspace's sources, as the server's are while developing: the pages are never older than the packages.
  resolve: { conditions: ['bihuan-source', 'module', 'browser', 'development|production'], dedupe: ['react', 'react-dom', 'react-router', 'react-router-dom', '@tanstack/react-query'] },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
