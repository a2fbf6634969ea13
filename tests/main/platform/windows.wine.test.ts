import { afterAll, beforeAll, expect, test } from 'vitest';
import { windowsScenarios } from './support/windows-scenarios.ts';
import { startWine, type Wine } from './support/wine.ts';

let wine: Wine;
let outcomes: Record<string, string | null>;

/** All scenarios run in one program, since a start under Wine takes seconds; each has its own test here. */
beforeAll(async () => {
  wine = await startWine();
  outcomes = await wine.runScenarios();
}, 280_000);

afterAll(async () => {
  await wine?.close();
});

test.each(Object.keys(windowsScenarios))('%s', (title) => {
  expect(outcomes[title] ?? null, wine.errors()).toBeNull();
  expect(outcomes).toHaveProperty([title]);
});
