import { expect, test } from 'vitest';
import { storeMedia } from '../../../src/main/storage/media.ts';
import { findReply, insertReply, replyTitles, validSuccessor } from '../../../src/main/storage/replies.ts';
import type { Reply, ReplyDraft } from '../../../src/shared/domain/reply.ts';
import { saveReply, trashReply, untrashReply } from './library-state.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');
const later = new Date('2026-03-02T08:00:00.000Z');

function setUp() {
  const { db, folder, libraryId } = openTestDatabase();
  function save(changes: Partial<ReplyDraft> = {}): Reply {
    const saved = insertReply(db, draft(libraryId, changes), now);
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    return saved.value;
  }
  const changeList = () => db.prepare('SELECT reply_id FROM reply_change ORDER BY seq').pluck().all();
  return { db, folder, libraryId, save, changeList };
}

test('a reply comes back as it was saved, with all its parts in order', () => {
  const { db, folder, save } = setUp();
  const picture = storeMedia(db, folder, Buffer.from('not really a picture'), now.toISOString());
  const next = save({ title: '下一步' });
  const saved = save({
    title: '如何申请退货',
    shortcode: 'thsq',
    variants: [
      [
        { kind: 'text', text: '第一步' },
        { kind: 'image', hash: picture.hash, alt: '退货按钮' },
        { kind: 'text', text: '第二步' },
        { kind: 'file', hash: picture.hash, name: '说明.pdf' },
      ],
      [{ kind: 'text', text: '短版' }],
    ],
    tags: ['退货', '图'],
    note: '先核对订单',
    validFrom: '2026-01-01T00:00:00.000Z',
    nextIds: [next.id],
    favourite: true,
  });
  expect(findReply(db, saved.id)).toEqual(saved);
  expect(saved.variants.map((parts) => parts.length)).toEqual([4, 1]);
  expect(saved).toMatchObject({ revision: 1, tags: ['退货', '图'], nextIds: [next.id], favourite: true });
});

test('ids sort by the time they were made', () => {
  const { db, libraryId, save } = setUp();
  const first = save();
  const second = insertReply(db, draft(libraryId), later);
  expect(second.ok && second.value.id > first.id).toBe(true);
});

test('a change makes a new revision, a draft without change does not', () => {
  const { db, libraryId, save } = setUp();
  const { id } = save();
  saveReply(db, id, draft(libraryId, { title: '退款到账时间' }), later);
  expect(findReply(db, id)).toMatchObject({ revision: 2, updatedAt: later.toISOString() });
  saveReply(db, id, draft(libraryId, { title: '退款到账时间' }), later);
  expect(findReply(db, id)).toMatchObject({ revision: 2 });
});

test('a shortcode is stored half-width, lower case and without its slash', () => {
  const { save } = setUp();
  expect(save({ shortcode: ' /ＴＫ１ ' }).shortcode).toBe('tk1');
});

test('a shortcode that another reply has is refused with that reply, and nothing is saved', () => {
  const { db, libraryId, save } = setUp();
  const owner = save({ shortcode: 'tk' });
  const taken = { ok: false, error: { kind: 'shortcode-taken', by: owner.id } };
  expect(insertReply(db, draft(libraryId, { shortcode: 'TK' }), now, 'other')).toEqual(taken);
  expect(findReply(db, 'other')).toBeNull();
});

test('a deleted reply gives its shortcode free and comes back without it when it was taken', () => {
  const { db, save } = setUp();
  const first = save({ shortcode: 'tk' });
  trashReply(db, first.id, now);
  expect(findReply(db, first.id)).toBeNull();
  save({ shortcode: 'tk', title: '接替' });
  untrashReply(db, first.id);
  expect(findReply(db, first.id)).toMatchObject({ shortcode: null, title: '退款进度' });
});

test('saving, changing, deleting and bringing back each put the reply at the end of the change list', () => {
  const { db, libraryId, save, changeList } = setUp();
  const a = save({ title: '甲' });
  const b = save({ title: '乙' });
  expect(changeList()).toEqual([a.id, b.id]);
  saveReply(db, a.id, draft(libraryId, { title: '甲二' }), later);
  expect(changeList()).toEqual([b.id, a.id]);
  trashReply(db, b.id, later);
  expect(changeList()).toEqual([a.id, b.id]);
  untrashReply(db, b.id);
  expect(changeList()).toEqual([a.id, b.id]);
});

test.each<[string, Partial<ReplyDraft>, object]>([
  ['an empty title', { title: ' \n ' }, { field: 'title', problem: 'empty' }],
  ['an endless title', { title: '长'.repeat(201) }, { field: 'title', problem: 'too-long', limit: 200 }],
  ['no text', { variants: [[{ kind: 'text', text: ' ' }]] }, { field: 'text', problem: 'empty' }],
  [
    '200,000 characters',
    { variants: [[{ kind: 'text', text: '字'.repeat(200_000) }]] },
    { field: 'text', problem: 'too-long', limit: 20_000 },
  ],
  [
    'a NUL',
    { variants: [[{ kind: 'text', text: '退款\u0000' }]] },
    { field: 'text', problem: 'invalid-characters' },
  ],
  [
    'a direction override',
    { variants: [[{ kind: 'text', text: '退款\u202e100 元' }]] },
    { field: 'text', problem: 'invalid-characters' },
  ],
  ['a space in the shortcode', { shortcode: 'a b' }, { field: 'shortcode', problem: 'invalid-characters' }],
])('a reply with %s is refused with what is wrong', (_name, changes, problem) => {
  const { db, libraryId } = setUp();
  expect(insertReply(db, draft(libraryId, changes), now)).toEqual({
    ok: false,
    error: { kind: 'invalid', problems: [problem] },
  });
});

test('line breaks of other systems are stored as LF', () => {
  const { save } = setUp();
  const reply = save({ variants: [[{ kind: 'text', text: '一\r\n二\r三' }]] });
  expect(reply.variants).toEqual([[{ kind: 'text', text: '一\n二\n三' }]]);
});

test('the successor is the first valid reply of the chain', () => {
  const { db, save } = setUp();
  const current = save({ title: '新规则' });
  const middle = save({ title: '旧规则', validUntil: '2026-02-01T00:00:00.000Z', successorId: current.id });
  const oldest = save({ title: '更旧', validUntil: '2026-01-01T00:00:00.000Z', successorId: middle.id });
  expect(validSuccessor(db, oldest.id, now.toISOString())).toEqual({ id: current.id, title: '新规则' });
  trashReply(db, current.id, now);
  expect(validSuccessor(db, oldest.id, now.toISOString())).toBeNull();
});

test('successors that run in a circle end the search', () => {
  const { db, libraryId, save } = setUp();
  const a = save({ title: '甲', validUntil: '2026-01-01T00:00:00.000Z' });
  const b = save({ title: '乙', validUntil: '2026-01-01T00:00:00.000Z', successorId: a.id });
  saveReply(
    db,
    a.id,
    draft(libraryId, { title: '甲', validUntil: '2026-01-01T00:00:00.000Z', successorId: b.id }),
    now,
  );
  expect(validSuccessor(db, a.id, now.toISOString())).toBeNull();
});

test('titles come in the asked order, without those that are gone', () => {
  const { db, save } = setUp();
  const a = save({ title: '甲' });
  const b = save({ title: '乙' });
  trashReply(db, a.id, now);
  expect(replyTitles(db, [b.id, a.id, 'nowhere'])).toEqual([{ id: b.id, title: '乙' }]);
});
