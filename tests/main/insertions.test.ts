import { expect, test } from 'vitest';
import { createInsertions } from '../../src/main/insertions.ts';
import { defaultQuirk } from '../../src/main/platform/paste/app-quirks.ts';
import { insertReply } from '../../src/main/storage/replies.ts';
import { createFakeDesktop } from '../fakes/fake-desktop.ts';
import { draft, openTestDatabase } from './storage/open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');
const context = {
  now,
  locale: 'zh-CN' as const,
  profile: { name: '', number: '', shop: '' },
  clipboard: '',
};

test('an insertion is over when the clipboard was given back, not when its keys were pressed', async () => {
  const { db, folder, libraryId } = openTestDatabase();
  const saved = insertReply(db, draft(libraryId, { variants: [[{ kind: 'text', text: '您好' }]] }), now);
  if (!saved.ok) throw new Error('the reply was not saved');
  const desktop = createFakeDesktop();
  desktop.copyByUser('原来的内容');
  desktop.readAfter(30);
  const insertions = createInsertions({
    db,
    gate: { soon: (work) => work() },
    mediaFolder: folder,
    outgoingFolder: folder,
    tools: () => ({ ...desktop.drivers, wayland: false, restoreDelayMs: 50 }),
    lintPolicy: () => ({ off: [], on: [], admitFault: 'warn', words: [] }),
    now: () => now,
    onUsed: () => {},
    onNotCounted: () => {},
  });
  await insertions.idle();
  const target = { window: desktop.chat, quirk: { ...defaultQuirk, gapMs: 0 } };
  const request = {
    replyId: saved.value.id,
    revision: 1,
    variant: 0,
    action: 'paste' as const,
    fields: {},
    choices: [],
    editedTexts: null,
  };
  void insertions.run(request, target, context, () => {});
  await insertions.keysIdle();
  expect(desktop.clipboardText()).toBe('您好');
  await insertions.idle();
  expect(desktop.clipboardText()).toBe('原来的内容');
  expect(desktop.arrived(desktop.chat)).toEqual(['您好']);
});
