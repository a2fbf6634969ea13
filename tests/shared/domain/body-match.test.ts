import { describe, expect, it } from 'vitest';
import { cutSnippet, findInBody } from '../../../src/shared/domain/body-match.ts';

describe('findInBody', () => {
  it.each([
    ['您好，退款已到账', '退款', '退款'],
    ['您好，退款已到账', '好退款', '好，退款'],
    ['發貨時間', '发货', '發貨'],
    ['The parcel was Delivered', 'deliv', 'Deliv'],
    ['订单12345', '123', '123'],
    ['满100元', '100元', '100元'],
  ])('finds in %s by %s', (body, text, expected) => {
    const range = findInBody(body, text);
    expect(range && body.slice(...range)).toBe(expected);
  });

  it.each([
    ['refunded', 'fund'],
    ['12345', '234'],
    ['退货款项', '退款'],
    ['', 'a'],
  ])('does not find in %s by %s', (body, text) => {
    expect(findInBody(body, text)).toBeNull();
  });

  it('goes on after a place that is no beginning of a word', () => {
    expect(findInBody('unrefunded refund', 'refund')).toEqual([11, 17]);
  });
});

describe('cutSnippet', () => {
  it('shows the beginning when the match is there', () => {
    expect(cutSnippet('退款已到账', [[0, 2]])).toEqual({ snippet: '退款已到账', ranges: [[0, 2]] });
  });

  it('shows the surroundings of a match further on', () => {
    const body = `${'好'.repeat(300)}退款${'好'.repeat(300)}`;
    const { snippet, ranges } = cutSnippet(body, [[300, 302]]);
    expect(snippet.startsWith('…')).toBe(true);
    expect(snippet.endsWith('…')).toBe(true);
    expect(ranges.map((range) => snippet.slice(...range))).toEqual(['退款']);
  });

  it('never cuts a character in two', () => {
    for (let lead = 110; lead < 130; lead += 1) {
      const body = `${'a'.repeat(lead)}${'😀'.repeat(100)}退款`;
      expect(cutSnippet(body, []).snippet.isWellFormed()).toBe(true);
      expect(cutSnippet(body, [[lead + 200, lead + 202]]).snippet.isWellFormed()).toBe(true);
    }
  });

  it('cuts a range at the end of the snippet', () => {
    const { snippet, ranges } = cutSnippet('a'.repeat(300), [[100, 300]]);
    expect(ranges[0]?.[1]).toBeLessThanOrEqual(snippet.length);
  });
});
