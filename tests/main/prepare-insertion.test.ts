import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { prepareInsertion } from '../../src/main/prepare-insertion.ts';
import { mediaPath, storeMedia } from '../../src/main/storage/media.ts';
import { deleteReply, insertReply, updateReply } from '../../src/main/storage/replies.ts';
import type { FillContext } from '../../src/shared/domain/fill.ts';
import type { Reply, ReplyDraft } from '../../src/shared/domain/reply.ts';
import type { InsertRequest } from '../../src/shared/insert.ts';
import { draft, openTestDatabase } from './storage/open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');
const context: FillContext = {
  now,
  locale: 'zh-CN',
  profile: { name: '小林', number: '', shop: '' },
  clipboard: '',
};
const pngBytes = PNG.sync.write(new PNG({ width: 2, height: 2 }));

function setUp(changes: Partial<ReplyDraft> = {}) {
  const { db, folder, libraryId } = openTestDatabase();
  const saved = insertReply(db, draft(libraryId, changes), now);
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  const reply: Reply = saved.value;
  function prepare(request: Partial<InsertRequest> = {}) {
    const whole: InsertRequest = {
      replyId: reply.id,
      revision: reply.revision,
      variant: 0,
      action: 'paste',
      fields: {},
      choices: [],
      editedTexts: null,
      ...request,
    };
    return prepareInsertion(db, folder, whole, context, (name, bytes) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
  }
  return { db, folder, libraryId, reply, prepare };
}

const refused = (reason: string, names: string[] = []) => ({ ok: false, error: { reason, names } });

test('a valid, filled reply is ready part by part, neighbouring texts joined', () => {
  const { db, folder, libraryId } = openTestDatabase();
  const { hash } = storeMedia(db, folder, pngBytes, now.toISOString());
  const saved = insertReply(
    db,
    draft(libraryId, {
      variants: [
        [
          { kind: 'text', text: '我是{{agent.name}}。' },
          { kind: 'text', text: '请看图：' },
          { kind: 'image', hash, alt: '' },
          { kind: 'text', text: '谢谢' },
        ],
      ],
    }),
    now,
  );
  if (!saved.ok) throw new Error('not saved');
  const request: InsertRequest = {
    replyId: saved.value.id,
    revision: 1,
    variant: 0,
    action: 'paste',
    fields: {},
    choices: [],
    editedTexts: null,
  };
  const prepared = prepareInsertion(db, folder, request, context, () => '');
  expect(prepared).toMatchObject({
    ok: true,
    value: {
      contents: [
        { kind: 'text', text: '我是小林。\n请看图：' },
        { kind: 'image', png: pngBytes },
        { kind: 'text', text: '谢谢' },
      ],
    },
  });
});

test('a reply that was deleted since it was shown is refused', () => {
  const { db, reply, prepare } = setUp();
  deleteReply(db, reply.id, now);
  expect(prepare()).toEqual(refused('not-found'));
});

test('a reply that was changed since it was shown is refused', () => {
  const { db, libraryId, reply, prepare } = setUp();
  updateReply(db, reply.id, draft(libraryId, { title: '新标题' }), now);
  expect(prepare()).toEqual(refused('changed'));
});

test.each([
  ['an expired', { validUntil: '2026-03-01T08:00:00.000Z' }, 'expired'],
  ['a not yet valid', { validFrom: '2026-03-01T08:00:00.001Z' }, 'not-yet-valid'],
] as const)('%s reply is refused', (_name, changes, reason) => {
  expect(setUp(changes).prepare()).toEqual(refused(reason));
});

test('a reply is valid up to the last millisecond', () => {
  expect(setUp({ validUntil: '2026-03-01T08:00:00.001Z' }).prepare()).toMatchObject({ ok: true });
});

test('unfilled fields and unknown placeholders are refused by name', () => {
  const unfilled = setUp({ variants: [[{ kind: 'text', text: '订单{{订单号}}' }]] });
  expect(unfilled.prepare()).toEqual(refused('unfilled-fields', ['订单号']));
  expect(unfilled.prepare({ fields: { 订单号: '88' } })).toMatchObject({
    value: { contents: [{ kind: 'text', text: '订单88' }] },
  });
  const unknown = setUp({ variants: [[{ kind: 'text', text: '{{foo:bar}}' }]] });
  expect(unknown.prepare()).toEqual(refused('unknown-placeholder', ['{{foo:bar}}']));
});

test('an edited text is pasted as edited, once, and is still checked', () => {
  const { prepare } = setUp();
  expect(prepare({ editedTexts: ['改过的'] })).toMatchObject({
    value: { contents: [{ kind: 'text', text: '改过的' }] },
  });
  expect(prepare({ editedTexts: ['改过的 {{单号}}'] })).toEqual(refused('unfilled-fields', ['单号']));
  expect(prepare({ editedTexts: [' '] })).toEqual(refused('empty'));
  expect(prepare({ editedTexts: ['一', '二'] })).toEqual(refused('changed'));
  expect(prepare()).toMatchObject({ value: { contents: [{ kind: 'text', text: '您的退款正在处理。' }] } });
});

test('a picture that is missing or was swapped on disk is refused, and no text is pasted without it', () => {
  const { db, folder, libraryId } = openTestDatabase();
  const { hash } = storeMedia(db, folder, pngBytes, now.toISOString());
  const parts: ReplyDraft['variants'] = [
    [
      { kind: 'text', text: '请看图' },
      { kind: 'image', hash, alt: '' },
    ],
  ];
  const saved = insertReply(db, draft(libraryId, { variants: parts }), now);
  if (!saved.ok) throw new Error('not saved');
  const request: InsertRequest = {
    replyId: saved.value.id,
    revision: 1,
    variant: 0,
    action: 'paste',
    fields: {},
    choices: [],
    editedTexts: null,
  };
  const path = mediaPath(folder, hash) ?? '';
  writeFileSync(path, 'another picture');
  expect(prepareInsertion(db, folder, request, context, () => '')).toEqual(refused('media-missing', ['']));
  rmSync(path);
  expect(prepareInsertion(db, folder, request, context, () => '')).toEqual(refused('media-missing', ['']));
});

test('a file part is laid out under its bare name, wherever its name points to', () => {
  const { db, folder, libraryId } = openTestDatabase();
  const { hash } = storeMedia(db, folder, Buffer.from('pdf'), now.toISOString());
  const saved = insertReply(
    db,
    draft(libraryId, { variants: [[{ kind: 'file', hash, name: '../../说明.pdf' }]] }),
    now,
  );
  if (!saved.ok) throw new Error('not saved');
  const names: string[] = [];
  prepareInsertion(
    db,
    folder,
    {
      replyId: saved.value.id,
      revision: 1,
      variant: 0,
      action: 'paste',
      fields: {},
      choices: [],
      editedTexts: null,
    },
    context,
    (name) => {
      names.push(name);
      return name;
    },
  );
  expect(names).toEqual(['说明.pdf']);
});
