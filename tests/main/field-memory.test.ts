import { expect, test } from 'vitest';
import { createFieldMemory, rememberMs } from '../../src/main/field-memory.ts';

test('a value is remembered for its window for 15 minutes and then forgotten', () => {
  const memory = createFieldMemory();
  memory.remember('window 1', { 订单号: '88', 空: ' ' }, 0);
  expect(memory.recall('window 1', rememberMs - 1)).toEqual({ 订单号: '88' });
  expect(memory.recall('window 2', 0)).toEqual({});
  expect(memory.recall('window 1', rememberMs)).toEqual({});
});

test('filling a field again starts its 15 minutes anew, the others run on', () => {
  const memory = createFieldMemory();
  memory.remember('window', { a: '1', b: '1' }, 0);
  memory.remember('window', { b: '2' }, rememberMs - 1);
  expect(memory.recall('window', rememberMs)).toEqual({ b: '2' });
});
