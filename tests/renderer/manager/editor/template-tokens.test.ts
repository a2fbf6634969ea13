import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fieldNames,
  stretchesOf,
  tokensOf,
  unknownReason,
} from '../../../../src/renderer/manager/editor/template-tokens.ts';

test('every placeholder is a stretch of its own', () => {
  expect(stretchesOf('您好{{订单号}}！', [])).toEqual([
    { text: '您好', chip: null, lint: null },
    { text: '{{订单号}}', chip: 'field', lint: null },
    { text: '！', chip: null, lint: null },
  ]);
});

test('findings cut text and placeholders; where two meet, the graver shows', () => {
  const marks = [
    { range: [1, 4], severity: 'warn' },
    { range: [3, 5], severity: 'block' },
  ] as const;
  const stretches = stretchesOf(
    '甲乙丙丁戊己',
    marks.map((mark) => ({ ...mark, range: [...mark.range] })),
  );
  expect(stretches.map(({ text, lint }) => `${text}:${lint}`)).toEqual([
    '甲:null',
    '乙丙:warn',
    '丁:block',
    '戊:block',
    '己:null',
  ]);
});

test('joined, the stretches are the text, whatever is marked', () => {
  const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): [number, number] => [a, b]);
  const mark = fc.record({ range, severity: fc.constantFrom('info', 'warn', 'block') });
  const text = fc
    .array(fc.constantFrom('{{', '}}', '订单号', 'a', '\n', '{{date}}', '😀'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.array(mark, { maxLength: 5 }), (words, marks) => {
      expect(
        stretchesOf(words, marks)
          .map((stretch) => stretch.text)
          .join(''),
      ).toBe(words);
      for (const {
        piece,
        range: [from, to],
      } of tokensOf(words)) {
        expect(words.slice(from, to)).toBe(piece.kind === 'text' ? piece.text : piece.source);
      }
    }),
  );
});

test('the reason why a placeholder means nothing is named', () => {
  const reasons = ['{{', '}}', '{{ }}', '{{choice: 今天}}', '{{date+3x}}', '{{agent.age}}', '{{订单号！}}'];
  expect(reasons.map(unknownReason)).toEqual([
    'unclosed',
    'unopened',
    'empty',
    'choice',
    'date',
    'profile',
    'name',
  ]);
});

test('fields are named once, in their order', () => {
  expect(fieldNames(['{{甲}}{{乙}}', '{{甲}}{{date}}'])).toEqual(['甲', '乙']);
});
