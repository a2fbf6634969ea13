import { expect, test } from 'vitest';
import { createFailedSearchWatch } from '../../src/main/failed-search-watch.ts';
import { createFieldMemory } from '../../src/main/field-memory.ts';
import { type HandlerSurroundings, paletteHandlers } from '../../src/main/handlers.ts';
import type { PaletteSession } from '../../src/main/palette.ts';
import { quirkFor } from '../../src/main/platform/paste/app-quirks.ts';
import { failedSearches, rememberFailedSearch } from '../../src/main/storage/failed-searches.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { openTestIndex } from './storage/open-test-index.ts';

/** The palette's calls over a real library and index, with a palette that is open without a window. */
function openPalette() {
  const { db, index, add } = openTestIndex();
  const now = () => new Date('2026-06-15T08:00:00Z');
  const failed = createFailedSearchWatch({
    keeps: () => true,
    remember: (query) => rememberFailedSearch(db, query, now()),
  });
  let clipboardText = Promise.resolve('');
  const inserted: string[] = [];
  let session: PaletteSession | null = {
    number: 7,
    window: null,
    quirk: quirkFor('', []),
    clipboardText: () => clipboardText,
  };
  const close = () => {
    const ended = session;
    session = null;
    if (ended) failed.ended(ended.number);
  };
  const around: HandlerSurroundings = {
    db,
    media: { url: () => '', folder: '' },
    search: index,
    palette: {
      session: () => session,
      close,
      stepAside: (keep) => (keep ? undefined : close()),
      toggle: async () => {},
      open: async () => {},
      openingTaken: () => {},
      comeBack: () => {},
      tell: () => {},
      send: () => {},
    },
    insertions: {
      run: async ({ replyId }, _target, _context, hidePalette) => {
        inserted.push(replyId);
        hidePalette();
        return { kind: 'pasted', sent: false, clipboard: 'restored' };
      },
      keysIdle: async () => {},
      idle: async () => {},
    },
    fieldMemory: createFieldMemory(),
    failedSearches: failed,
    settings: defaultSettings,
    locale: () => 'zh-CN',
    now,
    openSettings: () => {},
    openManager: () => {},
    onCreated: () => {},
  };
  return {
    db,
    add,
    inserted,
    isOpen: () => session !== null,
    /** Lets the clipboard's text be read only once the function that comes back is called. */
    holdClipboard() {
      const { promise, resolve } = Promise.withResolvers<string>();
      clipboardText = promise;
      return resolve;
    },
    calls: paletteHandlers(around),
    queries: () => failedSearches(db).map((row) => row.query),
  };
}

test('a search without a result is kept when the palette closes', async () => {
  const { add, calls, queries } = openPalette();
  add({ title: '退款进度' });
  await calls.searchReplies('退款', false);
  await calls.searchReplies('旧机换新', false);
  expect(queries()).toEqual([]);
  await calls.closePalette(7);
  expect(queries()).toEqual(['旧机换新']);
});

test('letters that were still being composed when the palette closed are not kept', async () => {
  const { calls, queries } = openPalette();
  await calls.searchReplies('jiujihuan', true);
  await calls.closePalette(7);
  expect(queries()).toEqual([]);
});

test('a search is not kept once the reply was written in the palette', async () => {
  const { calls, queries } = openPalette();
  await calls.searchReplies('旧机换新', false);
  const text = '可以的，您把旧机寄回即可。';
  const made = await calls.createReply({ title: '旧机换新', text, shortcode: '', categoryId: null });
  expect(made.ok).toBe(true);
  await calls.closePalette(7);
  expect(queries()).toEqual([]);
});

test('a search is not kept in an opening that pasted', async () => {
  const { add, calls, queries } = openPalette();
  const replyId = add({ title: '退款进度' });
  await calls.searchReplies('旧机换新', false);
  const request = { replyId, revision: 1, variant: 0, fields: {}, choices: [], editedTexts: null };
  await calls.insertReply(7, { ...request, action: 'paste' });
  expect(queries()).toEqual([]);
});

test('an opening that was left while the clipboard was being read inserts nothing', async () => {
  const { add, calls, inserted, holdClipboard } = openPalette();
  const replyId = add({
    title: '复述',
    variants: [[{ kind: 'text', text: '您说的是{{clipboard}}' }]],
  });
  const release = holdClipboard();
  const request = { replyId, revision: 1, variant: 0, fields: {}, choices: [], editedTexts: null };
  const outcome = calls.insertReply(7, { ...request, action: 'paste' });
  await calls.closePalette(7);
  release('还没发货');
  expect(await outcome).toEqual({ kind: 'cancelled' });
  expect(inserted).toEqual([]);
});

test('an Esc that comes late closes no opening but its own', async () => {
  const { calls, isOpen } = openPalette();
  await calls.closePalette(6);
  await calls.closePalette(null);
  expect(isOpen()).toBe(true);
  await calls.closePalette(7);
  expect(isOpen()).toBe(false);
});
