import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { quickModules, serveEnvironment } from './scripts/serve-flags.mjs';

const components = 'tests/components/vitest.config.ts';

/** The many processes that tests start begin as the site does: with what Node has compiled before. */
const env = {
  NODE_OPTIONS: quickModules.join(' '),
  NODE_COMPILE_CACHE: serveEnvironment(import.meta.dirname).NODE_COMPILE_CACHE,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/components/**', 'tests/journeys/**', 'tests/hardness/**'],
          env,
          setupFiles: ['tests/support/fail-on-console.ts'],
          maxWorkers: '100%',
          // No test changes what a module holds, so files share what they import: twice as fast.
          isolate: false,
          // Generous: a machine that is shared can be five times slower than itself.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      ...(existsSync(components) ? [components] : []),
      {
        test: {
          name: 'hardness',
          env,
          include: ['tests/hardness/**/*.test.ts'],
          // They start sites, clients and children of their own, and kill some: no more than two.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'journeys',
          env,
          include: ['tests/journeys/**/*.test.ts'],
          // A browser and a site each: two at a time leave no core idle while one waits.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 400_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
