import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{shared,main,renderer,resources,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.x11.test.ts', 'tests/**/*.wine.test.ts'],
          // Some of them open a page in Chromium, which takes its time on a busy machine.
          testTimeout: 30_000,
          hookTimeout: 60_000,
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
        },
      },
      {
        test: {
          name: 'wine',
          include: ['tests/main/**/*.wine.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
