import { expect, test } from 'vitest';
import { saveDraft } from '../../../src/main/storage/reply-drafts.ts';
import { replyLists } from '../../../src/main/storage/reply-list.ts';
import { act, createCategory, createReply } from './library-state.ts';
import { day, everything, listed, listsOf, now } from './list-queries.ts';
import { draft, openTestDatabase } from './open-test-database.ts';
import { now as indexNow, openTestIndex } from './open-test-index.ts';

test('the text of a list finds what the palette finds, in its order, expired replies too', () => {
  const { db, index, add, use, rows } = openTestIndex();
  for (let number = 0; number < 40; number += 1) {
    add({
      title: `退款${['进度', '多久', '方式'][number % 3]} ${number}`,
      tags: number % 2 === 0 ? ['急'] : [],
    });
  }
  const expired = add({ title: '退款旧规则', validUntil: '2026-01-05T00:00:00.000Z' });
  add({ title: '发货' });
  use(add({ title: '常用的退款' }), 50);
  const lists = replyLists({
    db,
    matches: (text, limit) => index.matches(text, indexNow, limit),
    lintShare: () => null,
    now: () => new Date(indexNow),
  });
  for (const text of ['退款', 'tk', 'tuikuan', '退款 多久', '#急']) {
    const found = listed(lists, { text, sort: 'relevance' });
    expect(found.filter((id) => id !== expired)).toEqual(rows(text).map((row) => row.id));
    expect(found.length).toBeGreaterThan(5);
  }
  expect(listed(lists, { text: '退款旧', sort: 'relevance', filters: ['expired'] })).toEqual([expired]);
  const titles = listed(lists, { text: '退款', sort: 'title', tags: ['急'] });
  expect(titles).toHaveLength(20);
  expect(listed(lists, { text: '没有这样的话术' })).toEqual([]);
});

test('a row tells what the list shows of a reply', () => {
  const { db, libraryId } = openTestDatabase();
  createCategory(db, { id: 'c', libraryId, name: '售后', color: '#ff0000' });
  createCategory(db, { id: 'c1', libraryId, parentId: 'c', name: '退款' });
  const body = `您好，\n  {{订单号}} 的退款${'很'.repeat(200)}`;
  createReply(
    db,
    'a',
    draft(libraryId, {
      categoryId: 'c1',
      shortcode: 'tk',
      tags: ['急', '售后'],
      variants: [[{ kind: 'text', text: body }], [{ kind: 'text', text: '另一种' }]],
      validUntil: day(-1),
    }),
    new Date(day(-3)),
  );
  createReply(
    db,
    'b',
    draft(libraryId, {
      title: '副本',
      variants: [[{ kind: 'text', text: `${body}  ` }], [{ kind: 'text', text: '另一种' }]],
    }),
  );
  db.prepare("INSERT INTO usage_day VALUES ('a', ?, 3), ('a', ?, 4), ('a', ?, 5)").run(
    day(-1).slice(0, 10),
    day(-80).slice(0, 10),
    day(-100).slice(0, 10),
  );
  db.prepare("INSERT INTO usage_score VALUES ('a', '', 1, ?)").run(day(-1));
  saveDraft(db, 'a', 1, draft(libraryId), now);
  const lists = listsOf(db);
  const { number } = lists.open({ ...everything, filters: ['expired'] });
  expect(lists.rows(number, 0, 10)).toEqual([
    {
      id: 'a',
      libraryId,
      categoryId: 'c1',
      title: '退款进度',
      shortcode: 'tk',
      snippet: `您好， 〔订单号〕 的退款${'很'.repeat(200)}`.slice(0, 120),
      tags: ['急', '售后'],
      categoryPath: ['售后', '退款'],
      categoryColor: '#ff0000',
      variantCount: 2,
      pictures: 0,
      files: 0,
      favourite: false,
      validity: 'expired',
      validUntil: day(-1),
      updatedAt: day(-3),
      deletedAt: null,
      uses: 7,
      lastUsedAt: day(-1),
      hasDraft: true,
      lint: null,
      duplicate: true,
    },
  ]);
});

test('a view keeps its order, shows null for what is gone, and closes when the next is opened', () => {
  const { db, libraryId } = openTestDatabase();
  for (const id of ['a', 'b', 'c']) createReply(db, id, draft(libraryId, { title: id }));
  const lists = listsOf(db);
  const { number } = lists.open(everything);
  act(db, { kind: 'delete-replies', ids: ['b'] });
  act(db, { kind: 'save-reply', id: 'a', revision: 1, draft: draft(libraryId, { title: 'z' }) });
  expect(lists.rows(number, 0, 10).map((row) => row?.title ?? null)).toEqual(['z', null, 'c']);
  expect(lists.ids(number, 0, 3)).toEqual(['a', 'c']);
  expect(lists.indexOf(number, 'c')).toBe(2);
  expect(lists.indexOf(number, 'gone')).toBe(-1);
  lists.open(everything);
  expect(lists.rows(number, 0, 10)).toEqual([]);
  expect(lists.ids(number, 0, 10)).toEqual([]);
  expect(lists.indexOf(number, 'c')).toBe(-1);
});

test('the trash is searched in titles, shortcodes and texts, the latest deleted first', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { title: '一', shortcode: 'yi' }));
  createReply(db, 'b', draft(libraryId, { title: '二', variants: [[{ kind: 'text', text: '請稍等' }]] }));
  createReply(db, 'c', draft(libraryId, { title: '三' }));
  act(db, { kind: 'delete-replies', ids: ['b'] }, new Date(day(-2)));
  act(db, { kind: 'delete-replies', ids: ['a'] }, new Date(day(-1)));
  const lists = listsOf(db);
  expect(listed(lists, { scope: 'trash', sort: 'updated', descending: true })).toEqual(['a', 'b']);
  expect(listed(lists, { scope: 'trash', text: '请稍' })).toEqual(['b']);
  expect(listed(lists, { scope: 'trash', text: 'YI' })).toEqual(['a']);
  expect(listed(lists, { scope: 'trash', text: '三' })).toEqual([]);
});

test('drafts are listed as they would be saved, also those of new replies, the latest first', () => {
  const { db, libraryId } = openTestDatabase();
  for (const id of ['a', 'b', 'deleted']) createReply(db, id, draft(libraryId, { title: id }));
  saveDraft(db, 'a', 1, draft(libraryId, { title: '甲' }), new Date(day(-2)));
  saveDraft(db, 'new', null, draft(libraryId, { title: '新的', tags: ['急'] }), new Date(day(-1)));
  saveDraft(db, 'deleted', 1, draft(libraryId), now);
  act(db, { kind: 'delete-replies', ids: ['deleted'] });
  db.prepare("INSERT INTO reply_draft VALUES ('broken', NULL, '{', ?)").run(day(0));
  const lists = listsOf(db);
  expect(listed(lists, { scope: 'drafts', sort: 'updated', descending: true })).toEqual(['new', 'a']);
  const { number } = lists.open({ ...everything, scope: 'drafts', text: '新' });
  expect(lists.rows(number, 0, 5)).toMatchObject([
    { id: 'new', title: '新的', hasDraft: true, updatedAt: day(-1) },
  ]);
  expect(lists.indexOf(number, 'new')).toBe(0);
});

test('the lint filter tells how far the check is', () => {
  const { db } = openTestDatabase();
  const lists = replyLists({ db, matches: () => [], lintShare: () => 0.4, now: () => now });
  expect(lists.open({ ...everything, filters: ['lint'] }).checking).toBe(0.4);
  expect(lists.open(everything).checking).toBeNull();
});

test('the ids of a query are those of its list, and no view is opened', () => {
  const { db, libraryId } = openTestDatabase();
  for (const id of ['b', 'a']) createReply(db, id, draft(libraryId, { title: id }));
  const lists = listsOf(db);
  const { number } = lists.open(everything);
  expect(lists.idsOf({ ...everything, descending: true })).toEqual(['b', 'a']);
  expect(lists.ids(number, 0, 9)).toEqual(['a', 'b']);
});
