import { describe, expect, it } from 'vitest';
import {
  isSyllable,
  isWholeSyllable,
  parsePinyin,
  readingsOf,
  syllables,
} from '../../../src/shared/domain/pinyin.ts';

describe('readingsOf', () => {
  it.each([
    ['退', ['tui']],
    ['重', ['zhong', 'chong']],
    ['长', ['chang', 'zhang']],
    ['行', ['xing', 'hang']],
    ['女', ['nv', 'nu']],
    ['略', ['lve', 'lue']],
    ['着', ['zhe', 'zhu']],
  ])('knows the readings of %s', (character, expected) => {
    expect(readingsOf(character)).toEqual(expect.arrayContaining(expected));
  });

  it('puts the commonest reading first', () => {
    expect(readingsOf('行')[0]).toBe('xing');
  });

  it('knows none of a character that has none', () => {
    expect(readingsOf('a')).toEqual([]);
    expect(readingsOf('😀')).toEqual([]);
  });

  it('knows a reading of every common ideograph', () => {
    for (const character of '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会') {
      expect([character, readingsOf(character).length > 0]).toEqual([character, true]);
    }
  });
});

describe('syllables', () => {
  it('are some four hundred', () => {
    expect(syllables.length).toBeGreaterThan(390);
    expect(syllables.length).toBeLessThan(430);
    expect(isSyllable('zhuang')).toBe(true);
    expect(isSyllable('zhuan')).toBe(true);
    expect(isSyllable('zu a')).toBe(false);
  });

  it('of one letter count as initials', () => {
    expect(isSyllable('a')).toBe(true);
    expect(isWholeSyllable('a')).toBe(false);
    expect(isWholeSyllable('ai')).toBe(true);
  });
});

describe('parsePinyin', () => {
  const readings = (letters: string) => parsePinyin(letters).map((pieces) => pieces.join(' '));

  it.each([
    ['tuikuan', 'tui kuan'],
    ['tuik', 'tui k'],
    ['tkzc', 't k z c'],
    ['tuikuanzh', 'tui kuan zh'],
    ['zhc', 'zh c'],
  ])('reads %s as %s first', (letters, expected) => {
    expect(readings(letters)[0]).toBe(expected);
  });

  it('knows every way to read an ambiguous run', () => {
    expect(readings('xian')).toEqual(expect.arrayContaining(['xian', 'xi an', 'x i a n'].slice(0, 2)));
    expect(readings('fangan')).toEqual(expect.arrayContaining(['fang an', 'fan gan']));
  });

  it('gives nothing for letters that are no pinyin', () => {
    expect(parsePinyin('vvv')).toEqual([]);
    expect(parsePinyin('uio')).toEqual([]);
  });

  it('stays within its limit', () => {
    expect(parsePinyin('a'.repeat(48), 6).length).toBeLessThanOrEqual(6);
    expect(parsePinyin('xianxianxianxian', 6).length).toBeLessThanOrEqual(6);
  });
});
