import { describe, expect, it } from 'vitest';
import {
  isAbbreviation,
  isOneEdit,
  isOneEditFromPrefix,
  withoutVowels,
} from '../../../src/shared/domain/edit-distance.ts';

describe('isOneEditFromPrefix', () => {
  it.each(['refnud', 'rfund', 'refuund', 'xefund', 'refunx', 'erfund', 'efund', 'refnd'])(
    'accepts %s',
    (typed) => {
      expect(isOneEditFromPrefix(typed, 'refunds')).toBe(true);
    },
  );

  it.each(['refund', 'ref', 'rfnd', 'xxfund', 'refundsss', 'nuf'])('refuses %s', (typed) => {
    expect(isOneEditFromPrefix(typed, 'refunds')).toBe(false);
  });
});

describe('isOneEdit', () => {
  it.each([
    ['tui', 'tiu'],
    ['tui', 'tu'],
    ['tu', 'tui'],
    ['tui', 'rui'],
    ['a', ''],
  ])('accepts %s and %s', (a, b) => {
    expect(isOneEdit(a, b)).toBe(true);
  });

  it.each([
    ['tui', 'tui'],
    ['tui', 'xua'],
    ['tui', 't'],
    ['abcd', 'badc'],
  ])('refuses %s and %s', (a, b) => {
    expect(isOneEdit(a, b)).toBe(false);
  });
});

describe('abbreviations', () => {
  it('keep the first letter and the order', () => {
    expect(isAbbreviation('rfnd', 'refund')).toBe(true);
    expect(isAbbreviation('rd', 'refund')).toBe(true);
    expect(isAbbreviation('fnd', 'refund')).toBe(false);
    expect(isAbbreviation('rdf', 'refund')).toBe(false);
    expect(isAbbreviation('refund', 'refund')).toBe(false);
  });

  it('leave out the vowels but for the first letter', () => {
    expect(withoutVowels('refund')).toBe('rfnd');
    expect(withoutVowels('office')).toBe('offc');
    expect(withoutVowels('a')).toBe('a');
  });
});
