import { expect, test } from 'vitest';
import { listCategories } from '../../../src/main/storage/categories.ts';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { insertLibrary } from '../../../src/main/storage/libraries.ts';
import { saveDraft } from '../../../src/main/storage/reply-drafts.ts';
import { type ReplyLists, replyLists } from '../../../src/main/storage/reply-list.ts';
import { replyReader } from '../../../src/main/storage/reply-rows.ts';
import { titleSortKey } from '../../../src/main/storage/title-order.ts';
import type { ListFilter, ListQuery, SortKey } from '../../../src/shared/contract/library-calls.ts';
import type { Id } from '../../../src/shared/domain/reply.ts';
import { act, createCategory, createReply } from './library-state.ts';
import { draft, openTestDatabase } from './open-test-database.ts';
import { now as indexNow, openTestIndex } from './open-test-index.ts';

const now = new Date('2026-06-15T08:00:00.000Z');
const dayMs = 24 * 60 * 60 * 1000;
const day = (offset: number) => new Date(now.getTime() + offset * dayMs).toISOString();

const everything: ListQuery = {
  scope: 'all',
  libraryId: null,
  categoryId: null,
  text: '',
  tags: [],
  filters: [],
  sort: 'title',
  descending: false,
};

function listsOf(db: WritableDatabase): ReplyLists {
  return replyLists({ db, matches: () => [], lintShare: () => null, now: () => now });
}

/** The ids of a list as its rows and its ids tell them. */
function listed(lists: ReplyLists, query: Partial<ListQuery>): (Id | undefined)[] {
  const { number, total } = lists.open({ ...everything, ...query });
  const ids = lists.rows(number, 0, 1_000).map((row) => row?.id);
  expect(total).toBe(ids.length);
  expect(lists.ids(number, 0, total)).toEqual(ids);
  return ids;
}

test('titles are sorted as one looks them up: marks, digits, letters, then ideographs by pinyin', () => {
  const { db, libraryId } = openTestDatabase();
  const titles = [
    '【公告】',
    '3 天退货',
    'Apple',
    'apple pay',
    'Banana',
    '阿里',
    '发货',
    '發票',
    '退款',
    '找客服',
  ];
  for (const title of titles.toSorted()) createReply(db, title, draft(libraryId, { title }));
  expect(listed(listsOf(db), { sort: 'title' })).toEqual(titles);
  expect(listed(listsOf(db), { sort: 'title', descending: true })).toEqual(titles.toReversed());
});

test('the order of titles follows edits, deletions and restored replies', () => {
  const { db, libraryId } = openTestDatabase();
  const lists = listsOf(db);
  for (const id of ['b', 'd', 'f']) createReply(db, id, draft(libraryId, { title: id }));
  expect(listed(lists, {})).toEqual(['b', 'd', 'f']);
  createReply(db, 'c', draft(libraryId, { title: 'c' }));
  createReply(db, 'z', draft(libraryId, { title: 'z' }));
  act(db, { kind: 'save-reply', id: 'b', revision: 1, draft: draft(libraryId, { title: 'e' }) });
  expect(listed(lists, {})).toEqual(['c', 'd', 'b', 'f', 'z']);
  act(db, { kind: 'delete-replies', ids: ['d', 'z'] });
  expect(listed(lists, {})).toEqual(['c', 'b', 'f']);
  act(db, { kind: 'restore-replies', ids: ['d'] });
  expect(listed(lists, {})).toEqual(['c', 'd', 'b', 'f']);
});

/** A library in which every filter and sort finds something, for comparing with a plain model. */
function makeMixed(): { db: WritableDatabase; ids: Id[] } {
  const { db, libraryId } = openTestDatabase();
  db.pragma('synchronous = OFF');
  insertLibrary(db, { id: 'team', name: '团队', tier: 'team', origin: null }, day(-200));
  createCategory(db, { id: 'c1', libraryId });
  createCategory(db, { id: 'c2', libraryId });
  createCategory(db, { id: 'c1a', libraryId, parentId: 'c1' });
  createCategory(db, { id: 't1', libraryId: 'team' });
  const hash = 'b'.repeat(64);
  db.prepare("INSERT INTO media (hash, mime, bytes, created_at) VALUES (?, 'image/png', 1, '')").run(hash);
  const ids: Id[] = [];
  const pick = <Item>(items: readonly Item[], index: number) => items[index % items.length] as Item;
  for (let index = 0; index < 120; index += 1) {
    const place = pick(
      [
        [libraryId, 'c1'],
        [libraryId, 'c1a'],
        [libraryId, 'c2'],
        [libraryId, null],
        ['team', 't1'],
        ['team', null],
      ] as const,
      index * 7,
    );
    const text = { kind: 'text', text: pick(['您好', '稍等', `第 ${index} 条`], index) } as const;
    ids.push(
      createReply(
        db,
        `r${index}`,
        draft(place[0], {
          categoryId: place[1],
          title: `${pick(['退款', '发货', '物流', '你好'], index * 5)} ${index}`,
          shortcode: index % 3 === 0 ? `k${(index * 37) % 120}` : null,
          variants: [index % 11 === 0 ? [text, { kind: 'image', hash, alt: '' }] : [text]],
          tags: pick([[], ['急'], ['售后'], ['急', '售后']], index * 3),
          validUntil: pick([null, null, day(-1), day(10), day(60)], index),
          favourite: index % 13 === 0,
        }),
        new Date(now.getTime() - ((index * 17) % 150) * dayMs),
      ),
    );
    if (index % 4 === 0) {
      const addUse = db.prepare('INSERT INTO usage_day (reply_id, day, count) VALUES (?, ?, ?)');
      addUse.run(`r${index}`, day(-(index % 120)).slice(0, 10), 1 + (index % 9));
    }
    if (index % 10 === 1) {
      db.prepare("INSERT INTO reply_lint (reply_id, revision, policy, worst) VALUES (?, ?, 'p', 'warn')").run(
        `r${index}`,
        index % 20 === 1 ? 1 : 9,
      );
    }
  }
  act(db, { kind: 'delete-replies', ids: ids.filter((_, index) => index % 9 === 8) }, now);
  return { db, ids };
}

type Model = NonNullable<ReturnType<ReturnType<typeof replyReader>['state']>> & {
  id: Id;
  createdAt: string;
  updatedAt: string;
  uses: number;
  lint: boolean;
};

function modelOf(db: WritableDatabase, ids: readonly Id[]): Model[] {
  const { state } = replyReader(db);
  const times = db.prepare<[string], { createdAt: string; updatedAt: string }>(
    'SELECT created_at AS createdAt, updated_at AS updatedAt FROM reply WHERE id = ?',
  );
  const uses = db
    .prepare<[string, string], number>(
      'SELECT coalesce(sum(count), 0) FROM usage_day WHERE reply_id = ? AND day >= ?',
    )
    .pluck();
  const lint = db.prepare(
    'SELECT 1 FROM reply_lint JOIN reply ON id = reply_id WHERE id = ? AND reply_lint.revision = reply.revision',
  );
  return ids.map((id) => ({
    id,
    ...(state(id) as NonNullable<ReturnType<typeof state>>),
    ...(times.get(id) as { createdAt: string; updatedAt: string }),
    uses: uses.get(id, day(-90).slice(0, 10)) ?? 0,
    lint: lint.get(id) !== undefined,
  }));
}

const modelFilters: Record<ListFilter, (reply: Model, all: readonly Model[]) => boolean> = {
  picture: (reply) => reply.variants.flat().some((part) => part.kind === 'image'),
  expired: (reply) => reply.validUntil !== null && reply.validUntil <= day(0),
  'expiring-30': (reply) =>
    reply.validUntil !== null && reply.validUntil > day(0) && reply.validUntil <= day(30),
  'unused-90': (reply) => reply.uses === 0 && reply.createdAt <= day(-90),
  lint: (reply) => reply.lint,
  duplicate: (reply, all) =>
    all.some(
      (other) =>
        other.id !== reply.id &&
        other.deletedAt === null &&
        JSON.stringify(other.variants) === JSON.stringify(reply.variants),
    ),
  favourite: (reply) => reply.favourite,
};

const allFilters = Object.keys(modelFilters) as ListFilter[];

test.each([
  ...allFilters.map((filter) => ({ filters: [filter] })),
  { filters: ['expired', 'duplicate'] as ListFilter[] },
  { tags: ['急'] },
  { tags: ['急', '售后'] },
  { tags: ['没有'] },
  { libraryId: 'team' },
  { categoryId: 'none' as const },
  { categoryId: 'none' as const, libraryId: 'team' },
  { categoryId: 'c1' },
  { categoryId: 'c1a', filters: ['duplicate'] as ListFilter[] },
  { scope: 'trash' as const },
  { scope: 'trash' as const, categoryId: 'c2', tags: ['售后'] },
])('a list with %j has what a plain look through all replies finds', (query: Partial<ListQuery>) => {
  const { db, ids } = makeMixed();
  const below: Record<string, (string | null)[]> = {
    c1: ['c1', 'c1a'],
    c1a: ['c1a'],
    c2: ['c2'],
    none: [null],
  };
  const model = modelOf(db, ids);
  const expected = model
    .filter((reply) => (reply.deletedAt !== null) === (query.scope === 'trash'))
    .filter((reply) => query.libraryId === undefined || reply.libraryId === query.libraryId)
    .filter((reply) => query.categoryId == null || below[query.categoryId]?.includes(reply.categoryId))
    .filter((reply) => (query.tags ?? []).every((tag) => reply.tags.includes(tag)))
    .filter((reply) => (query.filters ?? []).every((filter) => modelFilters[filter](reply, model)));
  if (!query.tags?.includes('没有')) expect(expected.length).toBeGreaterThan(0);
  expect(listed(listsOf(db), query).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
});

test.each(['title', 'shortcode', 'category', 'updated', 'used', 'expiry'] as const)(
  'a list sorted by %s is in order, either way, with what has no value at the end',
  (sort: SortKey) => {
    const { db, ids } = makeMixed();
    const model = new Map(modelOf(db, ids).map((reply) => [reply.id, reply]));
    const places = ['c1', 'c1a', 'c2', 't1'];
    expect(
      listCategories(db)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(places);
    const sortedBy = (id: Id): string | number | null => {
      const reply = model.get(id) as Model;
      if (sort === 'title') return titleSortKey(reply.title);
      if (sort === 'category') return reply.categoryId === null ? null : places.indexOf(reply.categoryId);
      return {
        shortcode: reply.shortcode,
        updated: reply.updatedAt,
        used: reply.uses,
        expiry: reply.validUntil,
      }[sort as 'used'];
    };
    for (const descending of [false, true]) {
      const values = listed(listsOf(db), { sort, descending }).map((id) => sortedBy(id as Id));
      const filled = values.filter((value) => value !== null);
      expect(values.slice(filled.length).every((value) => value === null)).toBe(true);
      const sorted = filled.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(filled).toEqual(descending ? sorted.toReversed() : sorted);
      expect(new Set(filled).size).toBeGreaterThan(1);
    }
  },
);

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
