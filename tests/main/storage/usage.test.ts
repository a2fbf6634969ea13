import { expect, test } from 'vitest';
import { insertReply } from '../../../src/main/storage/replies.ts';
import { countUse } from '../../../src/main/storage/usage.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

test('a use counts on its day, for its app and for all apps, older uses fading by half in 14 days', () => {
  const { db, libraryId } = openTestDatabase();
  const saved = insertReply(db, draft(libraryId), new Date('2026-03-01T08:00:00Z'));
  const id = saved.ok ? saved.value.id : '';
  countUse(db, id, 'wechat.exe', new Date('2026-03-01T08:00:00Z'));
  countUse(db, id, 'wechat.exe', new Date('2026-03-01T08:00:00Z'));
  countUse(db, id, 'mousepad', new Date('2026-03-15T08:00:00Z'));

  expect(db.prepare('SELECT day, count FROM usage_day ORDER BY day').all()).toEqual([
    { day: '2026-03-01', count: 2 },
    { day: '2026-03-15', count: 1 },
  ]);
  expect(db.prepare('SELECT app, score FROM usage_score ORDER BY app').all()).toEqual([
    { app: '', score: 2 },
    { app: 'mousepad', score: 1 },
    { app: 'wechat.exe', score: 2 },
  ]);
});

test('a use without a known app counts once', () => {
  const { db, libraryId } = openTestDatabase();
  const saved = insertReply(db, draft(libraryId), new Date('2026-03-01T08:00:00Z'));
  countUse(db, saved.ok ? saved.value.id : '', '', new Date('2026-03-01T08:00:00Z'));
  expect(db.prepare('SELECT app, score FROM usage_score').all()).toEqual([{ app: '', score: 1 }]);
});
