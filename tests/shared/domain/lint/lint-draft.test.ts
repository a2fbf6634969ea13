import { expect, test } from 'vitest';
import { lintDraft } from '../../../../src/shared/domain/lint/lint-draft.ts';
import type { Part } from '../../../../src/shared/domain/reply.ts';
import { policy } from './measure.ts';

const text = (words: string): Part => ({ kind: 'text', text: words });
const picture: Part = { kind: 'image', hash: 'a'.repeat(64), alt: '这个不行。' };

test('findings say in which variant and part they are, pictures counted', () => {
  const variants = [
    [text('您好。'), picture, text('这个不行。')],
    [picture, text('是我们的失误。')],
  ];
  const places = lintDraft({ title: '退货', variants }, policy()).map(({ ruleId, text: index, place }) => ({
    ruleId,
    index,
    place,
  }));
  expect(places).toEqual([
    { ruleId: 'blunt-refusal', index: 1, place: { field: 'text', variant: 0, part: 2 } },
    { ruleId: 'admit-fault', index: 0, place: { field: 'text', variant: 1, part: 1 } },
  ]);
});

test('a title is checked for words and personal data only', () => {
  const title = '这个不行，全网最低价，找13812345678';
  const findings = lintDraft({ title, variants: [[text('您好')]] }, policy({ on: ['closing-courtesy'] }));
  expect(findings.filter(({ place }) => place.field === 'title').map(({ ruleId }) => ruleId)).toEqual([
    'shop-word',
    'phone-number',
  ]);
});

test('a variant of pictures alone meets with nothing', () => {
  const findings = lintDraft({ title: '图', variants: [[picture]] }, policy({ on: ['closing-courtesy'] }));
  expect(findings).toEqual([]);
});
