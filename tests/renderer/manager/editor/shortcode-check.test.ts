import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type ShortcodeCheck,
  ShortcodeChecker,
  type ShortcodeOwner,
} from '../../../../src/renderer/manager/editor/shortcode-check.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function checker() {
  const asked: { code: string; answer: (owner: ShortcodeOwner | null) => Promise<void> }[] = [];
  const checks: ShortcodeCheck[] = [];
  const made = new ShortcodeChecker(
    (_library, code) =>
      new Promise((resolve) => {
        asked.push({
          code,
          answer: async (owner) => {
            resolve(owner);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    (check) => checks.push(check),
  );
  return { made, asked, checks };
}

test('a shortcode is asked for once the typing pauses', async () => {
  const { made, asked, checks } = checker();
  made.check('library', 'k', 'self');
  made.check('library', 'kd', 'self');
  await vi.advanceTimersByTimeAsync(200);
  expect(asked.map(({ code }) => code)).toEqual(['kd']);
  await asked[0]?.answer({ id: 'other', title: '快递' });
  expect(checks.at(-1)).toEqual({ kind: 'taken', by: { id: 'other', title: '快递' } });
});

test('an answer that comes after the next key is not heard', async () => {
  const { made, asked, checks } = checker();
  made.check('library', 'k', 'self');
  await vi.advanceTimersByTimeAsync(200);
  made.check('library', 'kd', 'self');
  await vi.advanceTimersByTimeAsync(200);
  await asked[1]?.answer(null);
  await asked[0]?.answer({ id: 'other', title: '快递' });
  expect(checks.at(-1)).toEqual({ kind: 'free' });
});

test('nothing, or what is nothing once normalized, is not asked for', async () => {
  const { made, asked, checks } = checker();
  made.check('library', ' ／ ', 'self');
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([]);
  expect(checks).toEqual([{ kind: 'none' }]);
});
