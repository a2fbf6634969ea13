import { expect, test } from 'vitest';
import { validityChange } from '../../../../src/renderer/manager/dialogs/validity-choice.ts';

const keep = { how: 'keep', day: '' } as const;
const on = (day: string) => ({ how: 'set', day }) as const;
const localMidnight = (year: number, month: number, day: number) =>
  new Date(year, month - 1, day).toISOString();

test('the last day is included: a reply ends at the midnight after it', () => {
  expect(validityChange(on('2026-11-01'), on('2026-11-30'))).toEqual({
    ok: true,
    value: { validFrom: localMidnight(2026, 11, 1), validUntil: localMidnight(2026, 12, 1) },
  });
});

test('a bound that is kept is left out, one that is cleared is null', () => {
  expect(validityChange(keep, { how: 'clear', day: '' })).toEqual({ ok: true, value: { validUntil: null } });
});

test('a missing date and a last day before the first are refused', () => {
  expect(validityChange(on(''), keep)).toEqual({ ok: false, error: 'missing' });
  expect(validityChange(on('2026-11-02'), on('2026-11-01'))).toEqual({ ok: false, error: 'reversed' });
  expect(validityChange(on('2026-11-01'), on('2026-11-01')).ok).toBe(true);
  // A year that is still being typed.
  expect(validityChange(on('0020-11-01'), keep)).toMatchObject({
    value: { validFrom: expect.stringMatching(/^00(?:19|20)-/) },
  });
});
