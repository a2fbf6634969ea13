import { expect, test } from 'vitest';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { lintFindings } from '../../../src/main/storage/lint-findings.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import type { Id, Reply, ReplyDraft } from '../../../src/shared/domain/reply.ts';
import { saveReply, trashReply } from './library-state.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');

function addReply(db: WritableDatabase, libraryId: Id, changes: Partial<ReplyDraft> = {}): Reply {
  const saved = insertReply(db, draft(libraryId, changes), now);
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return saved.value;
}

function rowsOf(db: WritableDatabase) {
  return {
    replies: db.prepare('SELECT reply_id, revision, policy, worst FROM reply_lint').all(),
    findings: db.prepare('SELECT rule_id, severity, count FROM lint_finding ORDER BY rule_id').all(),
  };
}

test('findings are kept by rule with their number and worst severity, and take the place of those before', () => {
  const { db, libraryId } = openTestDatabase();
  const kept = lintFindings(db);
  const { id, revision } = addReply(db, libraryId);
  kept.save({ id, revision }, 'policy', [
    { ruleId: 'shop-word', severity: 'warn' },
    { ruleId: 'shop-word', severity: 'block' },
    { ruleId: 'command', severity: 'warn' },
  ]);
  expect(rowsOf(db)).toEqual({
    replies: [{ reply_id: id, revision, policy: 'policy', worst: 'block' }],
    findings: [
      { rule_id: 'command', severity: 'warn', count: 1 },
      { rule_id: 'shop-word', severity: 'block', count: 2 },
    ],
  });
  kept.save({ id, revision: revision + 1 }, 'other', []);
  expect(rowsOf(db)).toEqual({
    replies: [{ reply_id: id, revision: revision + 1, policy: 'other', worst: null }],
    findings: [],
  });
});

test('a reply is unchecked until it was checked in its revision under the policy', () => {
  const { db, libraryId } = openTestDatabase();
  const kept = lintFindings(db);
  const { id, revision } = addReply(db, libraryId);
  const unchecked = (policy = 'policy') => kept.page('', policy, 10).unchecked;
  expect(unchecked()).toEqual([id]);
  kept.save({ id, revision }, 'policy', []);
  expect(unchecked()).toEqual([]);
  expect(unchecked('other')).toEqual([id]);
  saveReply(db, id, draft(libraryId, { title: '新标题' }), now);
  expect(unchecked()).toEqual([id]);
});

test('pages go through all replies but the trash', () => {
  const { db, libraryId } = openTestDatabase();
  const kept = lintFindings(db);
  const ids = Array.from({ length: 5 }, () => addReply(db, libraryId).id).sort();
  trashReply(db, ids[2] ?? '', now);
  expect(kept.total()).toBe(4);
  expect(kept.page('', 'policy', 3)).toEqual({ unchecked: [ids[0], ids[1], ids[3]], seen: 3, last: ids[3] });
  expect(kept.page(ids[3] ?? '', 'policy', 3)).toEqual({ unchecked: [ids[4]], seen: 1, last: ids[4] });
  expect(kept.page(ids[4] ?? '', 'policy', 3)).toEqual({ unchecked: [], seen: 0, last: null });
});

test('a reply is read with its texts by variant; one in the trash is not', () => {
  const { db, libraryId } = openTestDatabase();
  const kept = lintFindings(db);
  const variants = [[{ kind: 'text' as const, text: '一' }], [{ kind: 'text' as const, text: '二' }]];
  const { id, revision } = addReply(db, libraryId, { variants });
  expect(kept.read(id)).toEqual({ id, revision, title: '退款进度', variants });
  trashReply(db, id, now);
  expect(kept.read(id)).toBeNull();
});
