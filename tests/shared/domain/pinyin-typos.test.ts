import { describe, expect, it } from 'vitest';
import { correctPinyin } from '../../../src/shared/domain/pinyin-typos.ts';

const pairs = new Set(['tuikuan', 'kuanzheng', 'zhengce', 'gangao', 'aotai', 'taipei']);
const isKnown = (first: string, second: string) => pairs.has(first + second);

function corrected(letters: string): string[] {
  return correctPinyin(letters, 20, isKnown).map((reading) => reading.join(' '));
}

describe('correctPinyin', () => {
  it.each([
    ['tuikaun', 'tui kuan'],
    ['tuikan', 'tui kuan'],
    ['tuikuuan', 'tui kuan'],
    ['tiukuan', 'tui kuan'],
    ['ruikuan', 'tui kuan'],
    ['tuikuanzhengc', 'tui kuan zheng ce'],
    ['gangaotjipei', 'gang ao tai pei'],
    ['tuikuanzhemgce', 'tui kuan zheng ce'],
  ])('turns %s into %s', (letters, expected) => {
    expect(corrected(letters)).toContain(expected);
  });

  it('takes only readings whose neighbours are known', () => {
    expect(corrected('tuikaun')).toEqual(['tui kuan']);
    expect(corrected('xuesheng')).toEqual([]);
  });

  it('does not correct what is too short or too long', () => {
    expect(corrected('tuik')).toEqual([]);
    expect(corrected('tuikaun'.repeat(4))).toEqual([]);
  });
});
