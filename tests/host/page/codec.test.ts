import { expect, test } from 'vitest';
import { nodeCodec } from './codec.ts';

const there = (value: unknown) => nodeCodec.decode(nodeCodec.encode(value));

test.each([
  ['text with lone surrogates and NUL', 'a\0\ud800你'],
  ['undefined', undefined],
  ['an undefined field', { a: undefined, b: null }],
  ['numbers that JSON lacks', [Number.NaN, Infinity, -Infinity, -0, 0]],
  ['a big integer', 2n ** 70n],
  ['a date', new Date('2026-01-02T03:04:05.678Z')],
  ['a regular expression', /a+b/giu],
  ['bytes', new Uint8Array([0, 1, 255])],
  ['floats', new Float64Array([1.5, Number.NaN])],
  ['an array buffer', new Uint8Array([1, 2, 3]).buffer],
  ['a map with object keys', new Map([[{ a: 1 }, new Set([1, undefined])]])],
  ['an object that looks like a tag', { $type: 'date', value: 3 }],
  ['an own __proto__ field', JSON.parse('{"__proto__":{"a":1}}')],
  ['a sparse list', [1, undefined, 3]],
])('carries %s', (_name, value) => {
  expect(there(value)).toEqual(value);
});

test('carries part of a buffer as exactly these bytes', () => {
  const part = Buffer.from('0123456789').subarray(3, 6);
  const arrived = there(part) as Uint8Array;
  expect(arrived).toBeInstanceOf(Uint8Array);
  expect(Buffer.from(arrived).toString()).toBe('345');
});

test('carries errors with their type and message', () => {
  const arrived = there(new RangeError('too far')) as Error;
  expect(arrived).toBeInstanceOf(RangeError);
  expect(arrived.message).toBe('too far');
});

test('keeps one object one object, and cycles cycles', () => {
  const shared = { name: 'shared' };
  const value: Record<string, unknown> = { a: shared, b: [shared] };
  value.self = value;
  const arrived = there(value) as { a: object; b: object[]; self: object };
  expect(arrived.b[0]).toBe(arrived.a);
  expect(arrived.self).toBe(arrived);
});

test.each([
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a promise', Promise.resolve(1)],
  ['a weak map', new WeakMap()],
])('refuses %s as Electron does', (_name, value) => {
  expect(() => nodeCodec.encode({ value })).toThrow('An object could not be cloned.');
});
