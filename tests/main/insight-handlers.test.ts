import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { type InsightSurroundings, insightHandlers } from '../../src/main/insight-handlers.ts';
import { insertCategory } from '../../src/main/storage/categories.ts';
import type { WritableDatabase } from '../../src/main/storage/database.ts';
import { rememberFailedSearch } from '../../src/main/storage/failed-searches.ts';
import { insertReply } from '../../src/main/storage/replies.ts';
import { purgeTrash } from '../../src/main/storage/trash.ts';
import { countUse } from '../../src/main/storage/usage.ts';
import type { Id, ReplyDraft } from '../../src/shared/domain/reply.ts';
import { ok } from '../../src/shared/result.ts';
import { trashReply } from './storage/library-state.ts';
import { draft, openTestDatabase } from './storage/open-test-database.ts';

// Noon, so that the day is the same in most time zones.
const now = new Date(2026, 2, 10, 12);
const day = (before: number) => new Date(2026, 2, 10 - before, 12);

function openInsight() {
  const { db, libraryId } = openTestDatabase();
  const files: { name: string; text: string }[] = [];
  const around: InsightSurroundings = {
    db,
    now: () => now,
    locale: () => 'zh-CN',
    keepsFailedSearches: () => true,
    setKeepFailedSearches: () => {},
    checking: () => null,
    saveText: async (name, text) => {
      files.push({ name, text });
      return ok({ path: `/tmp/${name}` });
    },
  };
  return { db, libraryId, files, calls: insightHandlers(around) };
}

function reply(db: WritableDatabase, libraryId: Id, changes: Partial<ReplyDraft>, at = day(40)): Id {
  const saved = insertReply(db, draft(libraryId, changes), at);
  if (!saved.ok) throw new Error('the reply was not saved');
  return saved.value.id;
}

const use = (db: WritableDatabase, id: Id, times: number, at: Date) => {
  for (let index = 0; index < times; index += 1) countUse(db, id, '', at);
};

test('every day of the period is counted, days without a paste and today included', async () => {
  const { db, libraryId, calls } = openInsight();
  const id = reply(db, libraryId, {});
  use(db, id, 2, day(0));
  use(db, id, 3, day(6));
  use(db, id, 9, day(7));
  const insight = await calls.readInsight(7);
  expect(insight.pastes).toEqual([
    { day: '2026-03-04', count: 3 },
    { day: '2026-03-05', count: 0 },
    { day: '2026-03-06', count: 0 },
    { day: '2026-03-07', count: 0 },
    { day: '2026-03-08', count: 0 },
    { day: '2026-03-09', count: 0 },
    { day: '2026-03-10', count: 2 },
  ]);
  expect(insight.total).toBe(5);
  expect((await calls.readInsight(30)).total).toBe(14);
});

test('the most used replies come with their category, without those in the trash', async () => {
  const { db, libraryId, calls } = openInsight();
  const parent = { id: 'c1', libraryId, parentId: null, name: '退换货', color: null, position: 0 };
  insertCategory(db, parent, now.toISOString());
  insertCategory(db, { ...parent, id: 'c2', parentId: 'c1', name: '运费' }, now.toISOString());
  const freight = reply(db, libraryId, { title: '运费谁付', categoryId: 'c2' });
  const gone = reply(db, libraryId, { title: '旧规则' });
  const refund = reply(db, libraryId, { title: '退款多久' });
  use(db, freight, 1, day(1));
  use(db, refund, 2, day(1));
  use(db, gone, 5, day(1));
  trashReply(db, gone, now);
  const insight = await calls.readInsight(30);
  expect(insight.top).toEqual([
    { id: refund, title: '退款多久', categoryPath: [], count: 2 },
    { id: freight, title: '运费谁付', categoryPath: ['退换货', '运费'], count: 1 },
  ]);
  expect(insight.total).toBe(8);
});

test('what was pasted stays pasted when its reply is removed for good', async () => {
  const { db, libraryId, calls } = openInsight();
  const variants: ReplyDraft['variants'] = [[{ kind: 'text', text: '六十'.repeat(30) }]];
  const [first, second] = [reply(db, libraryId, { variants }), reply(db, libraryId, { variants })];
  use(db, reply(db, libraryId, { variants }), 1, day(5));
  for (const id of [first, second]) {
    use(db, id, 10, day(5));
    use(db, id, 2, day(40));
  }
  const before = await calls.readInsight(30);
  trashReply(db, first, day(32));
  trashReply(db, second, day(31));
  expect(purgeTrash(db, now)).toBe(2);
  const { pastes, total, savedTime } = await calls.readInsight(30);
  expect(total).toBe(21);
  expect({ pastes, total, savedTime }).toEqual({
    pastes: before.pastes,
    total: before.total,
    savedTime: before.savedTime,
  });
});

test('never used means never, however short the period', async () => {
  const { db, libraryId, calls } = openInsight();
  const old = reply(db, libraryId, { title: '很久以前用过' });
  const never = reply(db, libraryId, { title: '没用过' });
  const deleted = reply(db, libraryId, { title: '没用过又删了' });
  trashReply(db, deleted, now);
  use(db, old, 1, day(300));
  const insight = await calls.readInsight(7);
  expect(insight.replies).toBe(2);
  expect(insight.neverUsedCount).toBe(1);
  expect(insight.neverUsed.map(({ id }) => id)).toEqual([never]);
});

test('replies that expire within 30 days are listed, those that have expired are not', async () => {
  const { db, libraryId, calls } = openInsight();
  const until = (days: number) => ({
    title: `${days} 天`,
    validUntil: new Date(now.getTime() + days * 86_400_000).toISOString(),
  });
  reply(db, libraryId, until(-1));
  reply(db, libraryId, until(30));
  reply(db, libraryId, until(1));
  reply(db, libraryId, until(31));
  const { expiring } = await calls.readInsight(7);
  expect(expiring.map(({ title }) => title)).toEqual(['1 天', '30 天']);
});

test('of more expiring replies than are shown the number is told', async () => {
  const { db, libraryId, calls } = openInsight();
  const validUntil = new Date(now.getTime() + 86_400_000).toISOString();
  for (let index = 0; index < 103; index += 1) reply(db, libraryId, { title: `${index}`, validUntil });
  trashReply(db, reply(db, libraryId, { title: '删了', validUntil }), now);
  const { expiring, expiringCount } = await calls.readInsight(7);
  expect([expiring.length, expiringCount]).toEqual([100, 103]);
});

test('findings are counted in replies, the worst rules first', async () => {
  const { db, libraryId, calls } = openInsight();
  const find = (id: Id, ruleId: string, severity: string) => {
    db.prepare("INSERT OR IGNORE INTO reply_lint VALUES (?, 1, 'p', 'warn')").run(id);
    db.prepare('INSERT INTO lint_finding VALUES (?, ?, ?, 3)').run(id, ruleId, severity);
  };
  const first = reply(db, libraryId, { title: '一' });
  const second = reply(db, libraryId, { title: '二' });
  find(first, 'command', 'warn');
  find(second, 'command', 'warn');
  find(second, 'shop-word', 'block');
  expect((await calls.readInsight(7)).lint).toEqual([
    { ruleId: 'shop-word', severity: 'block', count: 1 },
    { ruleId: 'command', severity: 'warn', count: 2 },
  ]);
});

test('the time saved counts the characters of the default variant as often as it was pasted', async () => {
  const { db, libraryId, calls } = openInsight();
  const id = reply(db, libraryId, {
    variants: [
      [
        { kind: 'text', text: '六十'.repeat(30) },
        { kind: 'text', text: '😀'.repeat(30) },
      ],
      [{ kind: 'text', text: '另一种说法' }],
    ],
  });
  use(db, id, 10, day(1));
  expect((await calls.readInsight(30)).savedTime).toMatchObject({
    pastes: 10,
    characters: 900,
    seconds: 570,
  });
});

test('clearing forgets the searches without an answer', async () => {
  const { db, calls } = openInsight();
  rememberFailedSearch(db, '以旧换新', now);
  expect((await calls.readInsight(7)).failedSearches).toHaveLength(1);
  await calls.clearFailedSearches();
  expect((await calls.readInsight(7)).failedSearches).toEqual([]);
});

test('a table is written in full, with headings and a name in the interface language', async () => {
  const { db, libraryId, calls, files } = openInsight();
  for (let index = 0; index < 120; index += 1)
    reply(db, libraryId, { title: `=话术 ${index}` }, new Date(day(40).getTime() + index));
  const done = await calls.exportInsight('never-used', 30);
  expect(done).toEqual({ ok: true, value: { path: '/tmp/从没用过的话术-2026-03-10.csv', count: 120 } });
  const rows = parse(files[0]?.text ?? '', { bom: true });
  expect(rows[0]).toEqual(['话术', '分类', '创建日期']);
  expect(rows).toHaveLength(121);
  expect(rows[1]).toEqual(["'=话术 0", '未分类', '2026-01-29']);
});

test.each(['pastes', 'top', 'searches', 'expiring', 'lint', 'saved-time'] as const)(
  'an empty library writes the table %s with its headings',
  async (table) => {
    const { calls, files } = openInsight();
    expect(await calls.exportInsight(table, 7)).toMatchObject({ ok: true });
    const rows = parse(files[0]?.text ?? '', { bom: true });
    expect(rows.length).toBeGreaterThan(0);
  },
);
