import { rmSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { prepareInsertion } from '../../src/main/prepare-insertion.ts';
import { mediaPath, storeMedia } from '../../src/main/storage/media.ts';
import { insertReply } from '../../src/main/storage/replies.ts';
import type { FillContext } from '../../src/shared/domain/fill.ts';
import type { LintPolicy } from '../../src/shared/domain/lint/lint-rule.ts';
import type { Part, Reply, ReplyDraft } from '../../src/shared/domain/reply.ts';
import type { InsertRequest } from '../../src/shared/insert.ts';
import { saveReply, trashReply } from './storage/library-state.ts';
import { draft, openTestDatabase } from './storage/open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');
const context: FillContext = {
  now,
  locale: 'zh-CN',
  profile: { name: '小林', number: '', shop: '' },
  clipboard: '',
};
const policy: LintPolicy = {
  off: [],
  on: [],
  admitFault: 'warn',
  words: [
    { word: '假一赔十', level: 'block', instead: '正品保障' },
    { word: '最低价', level: 'warn', instead: '' },
  ],
};
const pngBytes = PNG.sync.write(new PNG({ width: 2, height: 2 }));

type Parts = (Part | { kind: 'picture' } | { kind: 'pdf'; name: string })[];

/** A saved reply; `parts` is short for one variant, whose pictures and files are stored first. */
function setUp(changes: Partial<ReplyDraft> & { parts?: Parts } = {}) {
  const { db, folder, libraryId } = openTestDatabase();
  const { hash } = storeMedia(db, folder, pngBytes, now.toISOString());
  const { parts, ...rest } = changes;
  const variants = parts && [
    parts.map((part): Part => {
      if (part.kind === 'picture') return { kind: 'image', hash, alt: '' };
      return part.kind === 'pdf' ? { kind: 'file', hash, name: part.name } : part;
    }),
  ];
  const saved = insertReply(db, draft(libraryId, { ...rest, ...(variants ? { variants } : {}) }), now);
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  const reply: Reply = saved.value;
  const exported: string[] = [];
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
    const exportFile = (name: string) => {
      exported.push(name);
      return `/outgoing/${name}`;
    };
    return prepareInsertion(db, folder, whole, context, exportFile, policy);
  }
  return { db, libraryId, reply, prepare, exported, picturePath: mediaPath(folder, hash) ?? '' };
}

const refused = (reason: string, names: string[] = []) => ({ ok: false, error: { reason, names } });

test('a valid, filled reply is ready part by part, neighbouring texts joined', () => {
  const { prepare } = setUp({
    parts: [
      { kind: 'text', text: '我是{{agent.name}}。' },
      { kind: 'text', text: '请看图：' },
      { kind: 'picture' },
      { kind: 'text', text: '谢谢' },
    ],
  });
  expect(prepare()).toMatchObject({
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
  trashReply(db, reply.id, now);
  expect(prepare()).toEqual(refused('not-found'));
});

test('a reply that was changed since it was shown is refused', () => {
  const { db, libraryId, reply, prepare } = setUp();
  saveReply(db, reply.id, draft(libraryId, { title: '新标题' }), now);
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
  const { prepare, picturePath } = setUp({ parts: [{ kind: 'text', text: '请看图' }, { kind: 'picture' }] });
  writeFileSync(picturePath, 'another picture');
  expect(prepare()).toEqual(refused('media-missing', ['']));
  rmSync(picturePath);
  expect(prepare()).toEqual(refused('media-missing', ['']));
});

test('a file part is laid out under its bare name, wherever its name points to', () => {
  const { prepare, exported } = setUp({ parts: [{ kind: 'pdf', name: '../../说明.pdf' }] });
  expect(prepare()).toMatchObject({
    value: { contents: [{ kind: 'files', paths: ['/outgoing/说明.pdf'] }] },
  });
  expect(exported).toEqual(['说明.pdf']);
});

test('characters that nobody sees are refused by name, wherever they come from', () => {
  const { prepare } = setUp({ variants: [[{ kind: 'text', text: '单号 {{order}}' }]] });
  expect(prepare({ fields: { order: '88\u202e12\u0000' } })).toEqual(
    refused('hidden-characters', ['U+202E', 'U+0000']),
  );
  expect(prepare({ editedTexts: ['\u001b[2J'] })).toEqual(refused('hidden-characters', ['U+001B']));
});

test('line breaks of another system are pasted as plain ones', () => {
  const { prepare } = setUp({ variants: [[{ kind: 'text', text: '地址：{{address}}' }]] });
  expect(prepare({ fields: { address: '杭州\r\n西湖\r' } })).toMatchObject({
    ok: true,
    value: { contents: [{ kind: 'text', text: '地址：杭州\n西湖\n' }] },
  });
});

test('an edited text with words that the shop forbids is refused by these words, in either script', () => {
  const { prepare } = setUp();
  expect(prepare({ editedTexts: ['本店假一赔十，假一賠十哦'] })).toEqual(
    refused('blocked-words', ['假一赔十', '假一賠十']),
  );
  expect(prepare({ editedTexts: ['这个不行，全店最低价。'] })).toMatchObject({ ok: true });
});

test('forbidden words that were filled into an edited text are refused too', () => {
  const { prepare } = setUp({ variants: [[{ kind: 'text', text: '{{承诺}}' }]] });
  const fields = { 承诺: '假一赔十' };
  expect(prepare({ fields, editedTexts: ['本店{{承诺}}'] })).toEqual(refused('blocked-words', ['假一赔十']));
});

test('a reply with forbidden words is pasted as it is, also when its editing changed nothing', () => {
  const { prepare } = setUp({
    variants: [[{ kind: 'text', text: '本店假一赔十，{{agent.name}}敬上{{cursor}}' }]],
  });
  expect(prepare()).toMatchObject({ ok: true });
  expect(prepare({ editedTexts: ['本店假一赔十，小林敬上'] })).toMatchObject({ ok: true });
  expect(prepare({ editedTexts: ['本店假一赔十，小林'] })).toEqual(refused('blocked-words', ['假一赔十']));
});
