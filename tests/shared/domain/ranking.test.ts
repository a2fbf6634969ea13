import { describe, expect, it } from 'vitest';
import {
  approximatePoints,
  classPoints,
  combinePoints,
  maxUseLift,
  scoreOfKey,
  usageKey,
  usageLift,
} from '../../../src/shared/domain/ranking.ts';
import { decayedScore } from '../../../src/shared/domain/usage-score.ts';

const now = '2026-06-15T00:00:00.000Z';

describe('usage keys', () => {
  it('stand for the decayed score', () => {
    for (const [score, at] of [
      [1, '2026-06-15T00:00:00.000Z'],
      [8, '2026-06-01T00:00:00.000Z'],
      [0.25, '2026-01-01T00:00:00.000Z'],
    ] as const) {
      expect(scoreOfKey(usageKey(score, at), Date.parse(now))).toBeCloseTo(decayedScore(score, at, now), 6);
    }
  });

  it('keep their order as time goes by', () => {
    const older = usageKey(8, '2026-06-01T00:00:00.000Z');
    const newer = usageKey(3, '2026-06-15T00:00:00.000Z');
    expect(older).toBeGreaterThan(newer);
  });
});

describe('points', () => {
  it('of use are bounded, so that no use reaches across a wide gap', () => {
    expect(usageLift(0)).toBe(0);
    expect(usageLift(1)).toBeCloseTo(3);
    expect(usageLift(1e12)).toBe(maxUseLift);
    expect(classPoints['shortcode-exact'] - classPoints['shortcode-prefix']).toBeGreaterThan(maxUseLift);
    expect(classPoints.initials - classPoints['tag-or-category']).toBeGreaterThan(maxUseLift);
    expect(classPoints['tag-or-category'] - classPoints.body).toBeGreaterThan(maxUseLift);
  });

  it('stand in the order of the classes', () => {
    const order = Object.values(classPoints);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(approximatePoints).toBeLessThan(classPoints['tag-or-category']);
  });

  it('of several terms follow the worst', () => {
    expect(combinePoints([96, 5])).toBeLessThan(classPoints['tag-or-category']);
    expect(combinePoints([96, 90])).toBeGreaterThan(90);
    expect(combinePoints([96, 90])).toBeLessThan(96);
  });

  it('of a category beside a title come close to a title', () => {
    expect(combinePoints([96, 45])).toBeGreaterThan(80);
    expect(combinePoints([45, 45])).toBe(45);
  });
});
