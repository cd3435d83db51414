import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  compressHTML: true,
  devToolbar: { enabled: false },
  // The origin of every form is checked in src/middleware.ts, which answers in the reader's language.
  security: { checkOrigin: false },
  logger: { entrypoint: './scripts/page-log.mjs' },
  build: { assets: 'assets', inlineStylesheets: 'never' },
  vite: { css: { lightningcss: { errorRecovery: true } } },
});
