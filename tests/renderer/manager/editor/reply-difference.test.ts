import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replyDifference } from '../../../../src/renderer/manager/editor/reply-difference.ts';
import { textDifference } from '../../../../src/renderer/manager/editor/text-difference.ts';
import type { Part, ReplyDraft } from '../../../../src/shared/domain/reply.ts';
import { emptyDraft } from '../../../../src/shared/domain/reply-draft.ts';

const text = (words: string): Part => ({ kind: 'text', text: words });
const image = (hash: string, alt = ''): Part => ({ kind: 'image', hash: hash.repeat(64), alt });

function differences(before: Partial<ReplyDraft>, after: Partial<ReplyDraft>) {
  const state = (fields: Partial<ReplyDraft>) => ({
    content: { ...emptyDraft('library', null), ...fields },
    categoryPath: fields.categoryId ? [fields.categoryId] : [],
  });
  return replyDifference(state(before), state(after));
}

test('Chinese is compared by words, not by characters', () => {
  expect(textDifference('运费由您承担', '运费由我们承担')).toEqual([
    { kind: 'same', text: '运费由' },
    { kind: 'removed', text: '您' },
    { kind: 'added', text: '我们' },
    { kind: 'same', text: '承担' },
  ]);
});

test('without what was added it is the old text, without what was removed the new one', () => {
  const words = fc
    .array(fc.constantFrom('退货', '，', '\n', 'a ', '您好', '😀', '七天'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changes = textDifference(before, after);
      const without = (kind: string) =>
        changes.flatMap((change) => (change.kind === kind ? [] : [change.text])).join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});

test('texts too different to be compared by words are compared by lines', () => {
  const before = Array.from({ length: 3_000 }, (_, index) => `甲${index}乙`).join('\n');
  const after = Array.from({ length: 3_000 }, (_, index) => `丙${index * 7}丁`).join('\n');
  const changes = textDifference(before, after);
  expect(changes.flatMap((change) => (change.kind === 'added' ? [] : [change.text])).join('')).toBe(before);
});

test('equal states have no differences', () => {
  expect(differences({ title: '甲' }, { title: '甲' })).toEqual([]);
});

test('every field is told in the order of the form', () => {
  const kinds = differences(
    { title: '甲', tags: ['一'], nextIds: ['a', 'b'] },
    {
      title: '乙',
      categoryId: 'c',
      shortcode: 'kd',
      tags: ['二'],
      note: '记',
      validUntil: '2026-01-01T00:00:00.000Z',
      successorId: 'x',
      nextIds: ['b', 'a'],
      favourite: true,
    },
  ).map((difference) => ('what' in difference ? difference.what : difference.kind));
  expect(kinds).toEqual([
    'title',
    'category',
    'shortcode',
    'tags',
    'note',
    'validUntil',
    'successor',
    'next',
    'favourite',
  ]);
});

test('a favourite is told as one or none before and after', () => {
  expect(differences({ favourite: false }, { favourite: true })).toEqual([
    { kind: 'value', what: 'favourite', before: 'no', after: 'yes' },
  ]);
});

test('parts are told as changed, added, removed or moved', () => {
  const of = (before: Part[], after: Part[]) => differences({ variants: [before] }, { variants: [after] });
  expect(of([text('甲'), image('a')], [image('a'), text('甲')])).toEqual([{ kind: 'order', variant: 1 }]);
  expect(of([text('甲')], [text('甲'), image('a')])).toEqual([
    { kind: 'part', change: 'added', variant: 1, part: image('a') },
  ]);
  expect(of([text('甲'), image('a')], [text('乙')]).map(({ kind }) => kind)).toEqual(['part-text', 'part']);
  expect(of([image('a')], [image('a', '图')]).map(({ kind }) => kind)).toEqual(['part-named']);
});

test('a wording more is told as a whole', () => {
  expect(differences({ variants: [[text('甲')]] }, { variants: [[text('甲')], [text('乙')]] })).toEqual([
    { kind: 'variant', change: 'added', number: 2, parts: [text('乙')] },
  ]);
});
