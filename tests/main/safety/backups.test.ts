import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BackupsOptions, createBackups } from '../../../src/main/safety/backups.ts';
import { testFolder } from '../storage/open-test-database.ts';

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;
const start = Date.UTC(2026, 2, 1, 8);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Daily backups whose clock is set by hand, as a computer that sleeps has one that goes on without its timers. */
function scheduled() {
  const folder = testFolder();
  const clock = { now: start };
  const due: number[] = [];
  const made: Parameters<BackupsOptions['onDaily']>[0][] = [];
  const backups = createBackups({
    database: '',
    folders: {
      current: async () => ({ folder, unreachable: null }),
      all: () => [folder],
      remember: () => {},
    },
    runner: {
      run: async () => {
        due.push(clock.now - start);
        return { kind: 'failed', code: 'none', message: 'a mistake of the program' };
      },
    },
    keep: () => 10,
    now: () => new Date(clock.now),
    onDaily: (outcome) => void made.push(outcome),
  });
  return { backups, folder, clock, due, made };
}

/** Lets an hour pass, and what is read of the disk then. */
async function anHour(): Promise<void> {
  await vi.advanceTimersByTimeAsync(hour);
  while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
}

test('a backup that came due while the computer slept is made within the hour', async () => {
  const { backups, folder, clock, due } = scheduled();
  writeFileSync(join(folder, 'repartee-2026-03-01T08-00-00-000Z.db'), '');
  backups.schedule();
  await anHour();
  clock.now = start + day;
  await anHour();
  expect(due).toEqual([day]);
});

test('none is made before it is due, and one that failed, whatever the reason, is told and tried again after an hour', async () => {
  const { backups, folder, clock, due, made } = scheduled();
  writeFileSync(join(folder, 'repartee-2026-03-01T08-00-00-000Z.db'), '');
  backups.schedule();
  for (let hours = 1; hours <= 25; hours += 1) {
    clock.now = start + hours * hour;
    await anHour();
  }
  expect(due).toEqual([day, day + hour]);
  expect(made).toMatchObject([{ ok: false }, { ok: false }]);
});
