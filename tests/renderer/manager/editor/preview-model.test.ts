import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previewOf, validityProblem } from '../../../../src/renderer/manager/editor/preview-model.ts';
import { type FillContext, fillTexts } from '../../../../src/shared/domain/fill.ts';
import type { Part } from '../../../../src/shared/domain/reply.ts';

const context: FillContext = {
  now: new Date(2026, 10, 22, 9, 5),
  locale: 'zh-CN',
  profile: { name: '小满', number: '', shop: '' },
  clipboard: 'SF123',
};
const nothing = { fields: {}, choices: [] };
const text = (words: string): Part => ({ kind: 'text', text: words });

test('what is open is asked for, in its order', () => {
  const parts = [text('{{订单号}} {{choice: 今天|明天}} {{agent.number}}'), text('{{订单号}}')];
  expect(previewOf(parts, {}, context, nothing).asked).toEqual({
    fields: ['订单号', 'agent.number'],
    choices: [{ index: 0, options: ['今天', '明天'] }],
  });
});

test('once everything is given, the preview reads exactly as what is pasted', () => {
  const words = fc.constantFrom(
    '您好',
    '{{date+1d}}',
    '{{甲}}',
    '{{choice: 一|二|三}}',
    '\n',
    '{{cursor}}',
    '{{greeting}}',
    '{{agent.name}}',
    '{{clipboard}}',
  );
  const given = fc.record({
    fields: fc.constant({ 甲: '12' }),
    choices: fc.array(fc.nat(3), { maxLength: 8 }),
  });
  const texts = fc.array(
    fc.array(words, { maxLength: 6 }).map((all) => all.join('')),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(texts, given, (all, filledIn) => {
      const preview = previewOf(all.map(text), {}, context, filledIn);
      const pasted = fillTexts(all, context, filledIn);
      const read = preview.parts.map((part) =>
        part.kind === 'text' ? part.pieces.map((piece) => ('text' in piece ? piece.text : '')).join('') : '',
      );
      expect(pasted).toMatchObject({ ok: true, texts: read });
    }),
  );
});

test('what would refuse the paste is said', () => {
  const image: Part = { kind: 'image', hash: 'f'.repeat(64), alt: '' };
  const kinds = (parts: Part[]) => previewOf(parts, {}, context, nothing).problems.map(({ kind }) => kind);
  expect(kinds([text(' ')])).toEqual(['empty']);
  expect(kinds([text('{{订单号！}}')])).toEqual(['unknown']);
  expect(kinds([text('a\u202eb'), image])).toEqual(['hidden', 'media-missing']);
  expect(kinds([text('您好')])).toEqual([]);
});

test('a reply outside of its time is said', () => {
  const now = new Date('2026-11-22T00:00:00.000Z');
  const at = (day: string) => `2026-11-${day}T00:00:00.000Z`;
  expect(validityProblem({ validFrom: null, validUntil: at('22') }, now)).toEqual({
    kind: 'validity',
    validity: 'expired',
  });
  expect(validityProblem({ validFrom: at('23'), validUntil: null }, now)?.kind).toBe('validity');
  expect(validityProblem({ validFrom: at('22'), validUntil: at('23') }, now)).toBeNull();
});
