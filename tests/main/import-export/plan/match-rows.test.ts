import { expect, test } from 'vitest';
import { matchRows, type RowKeys } from '../../../../src/main/import-export/plan/match-rows.ts';
import type { ReplyKeys } from '../../../../src/main/storage/reply-keys.ts';

function reply(id: string, keys: Partial<ReplyKeys> = {}): ReplyKeys {
  return { id, categoryId: null, title: id, shortcode: null, bodyHash: `body of ${id}`, ...keys };
}

function row(keys: Partial<RowKeys> = {}): RowKeys {
  return { id: null, shortcode: null, place: { categoryId: null }, title: '', bodyHash: '', ...keys };
}

const ids = (rows: (RowKeys | null)[], library: ReplyKeys[]) =>
  matchRows(rows, library).map((found) => found?.id ?? null);

test('the shortcode says more than category and title, and those more than the body', () => {
  const library = [
    reply('by shortcode', { shortcode: 'a' }),
    reply('by title', { title: 'T' }),
    reply('by body', { bodyHash: 'B' }),
  ];
  expect(ids([row({ shortcode: 'a', title: 'T', bodyHash: 'B' })], library)).toEqual(['by shortcode']);
  expect(ids([row({ shortcode: 'x', title: 'T', bodyHash: 'B' })], library)).toEqual(['by title']);
  expect(ids([row({ title: 'other', bodyHash: 'B' })], library)).toEqual(['by body']);
  expect(ids([row({ title: 'other', bodyHash: 'other' })], library)).toEqual([null]);
});

test('an id of an own export comes before everything', () => {
  const library = [reply('1', { shortcode: 'a' }), reply('2')];
  expect(ids([row({ id: '2', shortcode: 'a' })], library)).toEqual(['2']);
});

test('of several answers under one title each finds its own, whatever their order', () => {
  const same = { title: '在吗' };
  const library = [reply('1', same), reply('2', same), reply('3', same)];
  const rows = ['3', '1', '2'].map((id) => row({ ...same, bodyHash: `body of ${id}` }));
  expect(ids(rows, library)).toEqual(['3', '1', '2']);
  const withNew = [row({ ...same, bodyHash: 'new' }), ...rows];
  expect(ids(withNew, library)).toEqual([null, '3', '1', '2']);
});

test('no reply is taken by two rows', () => {
  expect(ids([row({ title: 'T' }), row({ title: 'T' })], [reply('1', { title: 'T' })])).toEqual(['1', null]);
});

test('a category that is not there yet has no replies, and a body that was not hashed matches nothing', () => {
  const library = [reply('1', { title: 'T', bodyHash: null })];
  expect(ids([row({ place: null, title: 'T' }), null], library)).toEqual([null, null]);
});
