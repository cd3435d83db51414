/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';

/** Components are compiled by Astro, so their tests need its Vite. */
export default getViteConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'components',
    include: ['tests/components/**/*.test.ts'],
    testTimeout: 120_000,
  },
});
