import { expect, test } from 'vitest';
import {
  changeForm,
  removedBy,
  sameDraft,
  toDraft,
  toForm,
  withoutEmptyTexts,
} from '../../../../src/renderer/manager/editor/edit-form.ts';
import type { Part, ReplyDraft } from '../../../../src/shared/domain/reply.ts';
import { emptyDraft } from '../../../../src/shared/domain/reply-draft.ts';

const text = (words: string): Part => ({ kind: 'text', text: words });
const image: Part = { kind: 'image', hash: 'a'.repeat(64), alt: '' };

function draft(...variants: Part[][]): ReplyDraft {
  return { ...emptyDraft('library', null), title: '发什么快递', variants };
}

const texts = (value: ReplyDraft) =>
  value.variants.map((parts) =>
    parts.map((part) => (part.kind === 'text' ? part.text : part.kind)).join(' '),
  );

test('a draft goes into a form and comes out as it was', () => {
  const value = { ...draft([text('甲'), image], [text('乙')]), tags: ['物流'], shortcode: 'kd' };
  expect(toDraft(toForm(value))).toEqual(value);
});

test('a draft without anything still has a text to write into, and that is no change', () => {
  const nothing = draft();
  const form = toForm(nothing);
  expect(texts(toDraft(form))).toEqual(['']);
  expect(sameDraft(toDraft(form), nothing)).toBe(true);
});

test('reading a form anew keeps the keys of parts of the same kind', () => {
  const form = toForm(draft([text('甲'), image]));
  const again = toForm(draft([text('乙'), text('丙')]), form);
  const keys = (value: typeof form) => value.variants[0]?.parts.map(({ key }) => key) ?? [];
  expect(again.variants[0]?.key).toBe(form.variants[0]?.key);
  expect(keys(again)[0]).toBe(keys(form)[0]);
  expect(keys(again)[1]).not.toBe(keys(form)[1]);
});

test('a part goes where it is moved, and no further than the ends', () => {
  const form = toForm(draft([text('甲'), text('乙'), text('丙')]));
  const key = form.variants[0]?.parts[0]?.key ?? '';
  expect(texts(toDraft(changeForm(form, { kind: 'move-part', part: key, to: 1 })))).toEqual(['乙 甲 丙']);
  expect(texts(toDraft(changeForm(form, { kind: 'move-part', part: key, to: 99 })))).toEqual(['乙 丙 甲']);
  expect(texts(toDraft(changeForm(form, { kind: 'move-part', part: key, to: -1 })))).toEqual(['甲 乙 丙']);
});

test('a part that was removed can be put back in its place', () => {
  const form = toForm(draft([text('甲'), image, text('乙')]));
  const change = { kind: 'remove-part', part: form.variants[0]?.parts[1]?.key ?? '' } as const;
  const removed = removedBy(form, change);
  const without = changeForm(form, change);
  expect(texts(toDraft(without))).toEqual(['甲 乙']);
  if (!removed) throw new Error('nothing to put back');
  expect(toDraft(changeForm(without, { kind: 'put-back', removed }))).toEqual(toDraft(form));
});

test('the last part leaves an empty text, which gives way when the part comes back', () => {
  const form = toForm(draft([image]));
  const change = { kind: 'remove-part', part: form.variants[0]?.parts[0]?.key ?? '' } as const;
  const removed = removedBy(form, change);
  const without = changeForm(form, change);
  expect(texts(toDraft(without))).toEqual(['']);
  if (!removed) throw new Error('nothing to put back');
  expect(texts(toDraft(changeForm(without, { kind: 'put-back', removed })))).toEqual(['image']);
});

test('the only wording stays; another one can be removed and put back', () => {
  const one = toForm(draft([text('甲')]));
  const key = one.variants[0]?.key ?? '';
  expect(changeForm(one, { kind: 'remove-variant', variant: key })).toEqual(one);
  const two = changeForm(one, { kind: 'duplicate-variant', variant: key, key: 'copy' });
  expect(texts(toDraft(two))).toEqual(['甲', '甲']);
  const change = { kind: 'remove-variant', variant: key } as const;
  const removed = removedBy(two, change);
  const left = changeForm(two, change);
  if (!removed) throw new Error('nothing to put back');
  expect(toDraft(changeForm(left, { kind: 'put-back', removed }))).toEqual(toDraft(two));
});

test('empty texts beside something else are not stored', () => {
  const value = draft([text(' '), image, text('甲')], [text('')]);
  expect(texts(withoutEmptyTexts(value))).toEqual(['image 甲', '']);
});

test('an empty shortcode is none', () => {
  expect(sameDraft({ ...draft([text('甲')]), shortcode: '' }, draft([text('甲')]))).toBe(true);
});
