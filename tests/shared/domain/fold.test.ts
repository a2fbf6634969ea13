import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/shared/domain/fold.ts';

describe('fold', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['Refund', 'refund'],
    ['發貨時間', '发货时间'],
    ['裏裡', '里里'],
    ['接著', '接着'],
    ['Café ÀÉÎ', 'cafe aei'],
    ['\u3000（）！', ' ()!'],
    ['Ё Ψ', 'ё ψ'],
  ])('folds %s to %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('keeps every place, so that an offset in the result is one in the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });

  it('changes nothing the second time', () => {
    for (let code = 0; code < 0x10000; code += 1) {
      const once = fold(String.fromCharCode(code));
      if (fold(once) !== once) expect([code.toString(16), fold(once)]).toEqual([code.toString(16), once]);
    }
  });

  it('folds texts longer than a chunk', () => {
    expect(fold('發'.repeat(20_000))).toBe('发'.repeat(20_000));
  });
});
