import { expect, test } from 'vitest';
import { listCategories } from '../../../src/main/storage/categories.ts';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { insertLibrary } from '../../../src/main/storage/libraries.ts';
import { replyReader } from '../../../src/main/storage/reply-rows.ts';
import { titleSortKey } from '../../../src/main/storage/title-order.ts';
import type { ListFilter, ListQuery, SortKey } from '../../../src/shared/contract/library-calls.ts';
import type { Id } from '../../../src/shared/domain/reply.ts';
import { act, createCategory, createReply } from './library-state.ts';
import { day, listed, listsOf, now } from './list-queries.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

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
        new Date(day(-((index * 17) % 150))),
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
