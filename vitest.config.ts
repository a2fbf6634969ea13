import { defineConfig } from 'vitest/config';

/** A condition that is waited for has as long as a busy machine needs, not the second of the default; only a fault takes longer. */
const expectPatiently = { poll: { timeout: 30_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{shared,main,renderer,resources,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.x11.test.ts', 'tests/**/*.wine.test.ts'],
          // Some of them build a page and open it in Chromium, which takes its time on a busy machine.
          testTimeout: 90_000,
          hookTimeout: 240_000,
          expect: expectPatiently,
        },
      },
      {
        // Real windows: one file at a time, since focus, hotkeys and clipboard belong to the display.
        test: {
          name: 'host',
          include: ['tests/host/**/*.test.ts', 'tests/main/**/*.x11.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: expectPatiently,
        },
      },
      {
        test: {
          name: 'wine',
          include: ['tests/main/**/*.wine.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          expect: expectPatiently,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          // Nothing here measures time: a slow machine may take what it needs.
          testTimeout: 300_000,
          hookTimeout: 180_000,
          expect: expectPatiently,
        },
      },
    ],
  },
});
