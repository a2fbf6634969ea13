import { expect, test } from 'vitest';
import { uuidV7 } from '../../src/shared/uuid-v7.ts';

const random = (byte: number) => new Uint8Array(10).fill(byte);

test('an id is a UUID of version 7 and variant 10', () => {
  for (const byte of [0x00, 0x5a, 0xff]) {
    expect(uuidV7(Date.UTC(2026, 5, 15), random(byte))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  }
});

test('an id begins with its milliseconds', () => {
  const time = Date.UTC(2026, 5, 15, 8, 30, 1, 234);
  const hex = uuidV7(time, random(0xff)).replaceAll('-', '').slice(0, 12);
  expect(Number.parseInt(hex, 16)).toBe(time);
});

test('later ids sort after earlier ones', () => {
  expect(uuidV7(1_000, random(0xff)) < uuidV7(1_001, random(0x00))).toBe(true);
});
