import { describe, expect, it } from 'vitest';
import { splitUnits } from '../../../src/shared/domain/units.ts';

function texts(text: string): string[] {
  return splitUnits(text).map((unit) => unit.text);
}

describe('splitUnits', () => {
  it.each([
    ['退款政策', ['退', '款', '政', '策']],
    ['VIP客户7天', ['vip', '客', '户', '7', '天']],
    ['Refund-policy (EU)', ['refund', 'policy', 'eu']],
    ['SF123', ['sf', '123']],
    ['a😀𠮷b', ['a', '😀', '𠮷', 'b']],
    ['발송 かな', ['발', '송', 'か', 'な']],
    ['привет мир', ['привет', 'мир']],
    ['\u0000\u202e…—', []],
    ['\ud83dx', ['x']],
  ])('splits %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('tells where each unit stands in the original', () => {
    const text = '（發貨）ABC 12';
    expect(splitUnits(text).map((unit) => text.slice(unit.start, unit.end))).toEqual([
      '發',
      '貨',
      'ABC',
      '12',
    ]);
  });

  it('stops at the limit', () => {
    expect(splitUnits('一二三四五', 3)).toHaveLength(3);
  });
});
