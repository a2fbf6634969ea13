import { describe, expect, it } from 'vitest';
import { parseQuery, shortcodeKey } from '../../../src/shared/domain/query.ts';

describe('parseQuery', () => {
  it('splits at white space of any width and folds', () => {
    const { terms } = parseQuery('  退款\u3000ＺＣ\tvip ');
    expect(terms.map((term) => term.text)).toEqual(['退款', 'zc', 'vip']);
  });

  it('splits a term into runs of one kind', () => {
    expect(parseQuery('退款zc12').terms[0]?.runs).toEqual([
      { kind: 'ideographs', text: '退款' },
      { kind: 'letters', text: 'zc' },
      { kind: 'digits', text: '12' },
    ]);
  });

  it('leaves separators out of a term', () => {
    expect(parseQuery('e-mail，退款').terms.map((term) => term.text)).toEqual(['email退款']);
    expect(parseQuery('!!! 。').terms).toEqual([]);
  });

  it('knows a tag by its mark', () => {
    expect(parseQuery('#双十一 vip').terms.map((term) => [term.text, term.tagOnly])).toEqual([
      ['双十一', true],
      ['vip', false],
    ]);
    expect(parseQuery('＃a').terms[0]?.tagOnly).toBe(true);
  });

  it('remembers what only traditional script writes so', () => {
    expect(parseQuery('發貨').terms[0]?.traditional).toBe('發貨');
    expect(parseQuery('退款').terms[0]?.traditional).toBeNull();
  });

  it('takes a single piece as a shortcode, too', () => {
    expect(parseQuery('/TK12').shortcode).toBe('tk12');
    expect(parseQuery('tk 12').shortcode).toBeNull();
    expect(shortcodeKey('、ab')).toBe('ab');
  });

  it('bounds what a pasted text may cost', () => {
    const { terms, shortcode } = parseQuery('退'.repeat(1_000));
    expect(terms[0]?.text).toHaveLength(48);
    expect(shortcode).toBeNull();
    expect(parseQuery('a '.repeat(500)).terms).toHaveLength(8);
  });

  it('never ends a cut term with half a character', () => {
    expect(parseQuery(`x${'😀'.repeat(40)}`).terms[0]?.text.isWellFormed()).toBe(true);
  });
});
