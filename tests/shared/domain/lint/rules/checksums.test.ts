import { expect, test } from 'vitest';
import {
  isBankCard,
  isChineseResidentId,
  isTaiwanId,
} from '../../../../../src/shared/domain/lint/rules/checksums.ts';

test('a resident identity number needs its right check character', () => {
  expect(isChineseResidentId('110101199003071233')).toBe(true);
  expect(isChineseResidentId('31011520010615338x')).toBe(true);
  expect(isChineseResidentId('110101199003071234')).toBe(false);
  expect(isChineseResidentId('11010119900307123')).toBe(false);
});

test('exactly one last digit makes a number of Taiwan right', () => {
  expect(isTaiwanId('a123456789')).toBe(true);
  const right = Array.from('0123456789').filter((digit) => isTaiwanId(`f22345678${digit}`));
  expect(right).toEqual(['6']);
  expect(isTaiwanId('1123456789')).toBe(false);
});

test('a bank card needs a known issuer, its length and the check digit', () => {
  expect(isBankCard('4111 1111 1111 1111')).toBe(true);
  expect(isBankCard('6217-0012-3456-7890-122')).toBe(true);
  expect(isBankCard('5432101234567892')).toBe(true);
  expect(isBankCard('4111111111111112')).toBe(false);
  expect(isBankCard('411111111111111111')).toBe(false);
  expect(isBankCard('9111111111111111')).toBe(false);
});
