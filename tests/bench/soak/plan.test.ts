import { expect, test } from 'vitest';
import { planLoop, randomNumbers } from '../../../bench/soak/plan.ts';

const plans = (seed: number, count: number) => {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => planLoop(random, 2, 200));
};

test('the same seed plans the same loops, another one others', () => {
  expect(plans(7, 50)).toEqual(plans(7, 50));
  expect(plans(7, 50)).not.toEqual(plans(8, 50));
});

test('every window, every kind of copy and every disturbance comes up', () => {
  const many = plans(1, 5_000);
  expect(new Set(many.map(({ window }) => window))).toEqual(new Set([0, 1]));
  expect(new Set(many.map(({ copied }) => copied)).size).toBe(4);
  expect(new Set(many.map(({ disturbance }) => disturbance.kind)).size).toBe(7);
  expect(many.every(({ reply }) => reply >= 0 && reply < 200)).toBe(true);
});

test('random numbers lie from 0 to 1 and spread evenly', () => {
  const random = randomNumbers(3);
  const numbers = Array.from({ length: 10_000 }, random);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(numbers.filter((number) => number < 0.25).length / 10_000).toBeCloseTo(0.25, 1);
});
