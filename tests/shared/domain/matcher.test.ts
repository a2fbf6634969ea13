import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchUnits, mergeRanges } from '../../../src/shared/domain/matcher.ts';
import { splitUnits } from '../../../src/shared/domain/units.ts';

function match(title: string, text: string) {
  const found = matchUnits(splitUnits(title), text);
  return (
    found && { quality: found.quality, marked: found.ranges.map(([start, end]) => title.slice(start, end)) }
  );
}

describe('matchUnits', () => {
  it.each([
    ['退款政策', '款政', 'literal', ['款政']],
    ['退款政策', 'tuikuan', 'reading', ['退款']],
    ['退款政策', 'tuiku', 'reading', ['退款']],
    ['退款政策', 'tk', 'initials', ['退款']],
    ['退款政策', 'tuikzc', 'initials', ['退款政策']],
    ['退款政策', '退款zheng', 'reading', ['退款政']],
    ['Refund policy', 'ref', 'literal', ['Ref']],
    ['Refund policy', 'refundpol', 'literal', ['Refund', 'pol']],
    ['Refund policy', 'refpol', 'initials', ['Ref', 'pol']],
    ['VIP客户', 'vipkh', 'initials', ['VIP客户']],
    ['退款（政策）', '款政', 'literal', ['款', '政']],
    ['發貨時間', '发货', 'literal', ['發貨']],
  ])('meets %s with %s', (title, text, quality, marked) => {
    expect(match(title, text)).toEqual({ quality, marked });
  });

  it.each([
    ['退款政策', '退政'],
    ['退款政策', 'tz'],
    ['Refund policy', 'fund'],
    ['Refund policy', 'refundx'],
    ['', 'a'],
  ])('does not meet %s with %s', (title, text) => {
    expect(match(title, text)).toBeNull();
  });

  it('prefers the characters themselves to a reading that comes earlier', () => {
    expect(match('退款 tk', 'tk')).toEqual({ quality: 'literal', marked: ['tk'] });
  });

  it('tells a reading that is not the commonest, and prefers a place that needs none', () => {
    expect(matchUnits(splitUnits('自行车'), 'zhc')?.rareReading).toBe(true);
    expect(matchUnits(splitUnits('自行车'), 'zxc')?.rareReading).toBe(false);
    expect(match('自行车子耗材', 'zhc')?.marked).toEqual(['子耗材']);
  });

  it('tells a whole text', () => {
    expect(matchUnits(splitUnits('退款'), 'tuikuan')?.whole).toBe(true);
    expect(matchUnits(splitUnits('退款'), 'tuikua')?.whole).toBe(false);
    expect(matchUnits(splitUnits('Refund'), 'refund')?.whole).toBe(true);
  });

  it('stays quick where every place is ambiguous', () => {
    const units = splitUnits('啊'.repeat(200));
    expect(matchUnits(units, `${'a'.repeat(47)}b`)).toBeNull();
  });

  it('finds every stretch of a title, and marks exactly it', () => {
    const title = fc.string({
      unit: fc.constantFrom(...'退款政策重庆长度行女音乐'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(title, fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const found = matchUnits(splitUnits(text), text.slice(start, end));
        expect(found?.ranges.map((range) => text.slice(...range))).toEqual([text.slice(start, end)]);
      }),
    );
  });
});

describe('mergeRanges', () => {
  it('sorts and joins what touches or overlaps', () => {
    expect(
      mergeRanges([
        [6, 8],
        [0, 2],
        [2, 4],
        [3, 5],
      ]),
    ).toEqual([
      [0, 5],
      [6, 8],
    ]);
  });
});
