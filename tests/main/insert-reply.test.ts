import { beforeEach, expect, test } from 'vitest';
import type { InsertTools } from '../../src/main/insert-reply.ts';
import { insertReply } from '../../src/main/insert-reply.ts';
import { defaultQuirk } from '../../src/main/platform/paste/app-quirks.ts';
import type { Insertion } from '../../src/main/prepare-insertion.ts';
import { createFakeDesktop, type FakeDesktop } from '../fakes/fake-desktop.ts';

/*
 * The decisions of an insertion, on a desktop that a test can bend at will. That real windows, keys and clipboards
 * behave like this one is what the driver and end-to-end tests show.
 */

let desktop: FakeDesktop;
let tools: InsertTools;

beforeEach(() => {
  desktop = createFakeDesktop();
  tools = { ...desktop.drivers, wayland: false, restoreDelayMs: 50 };
});

const quirk = { ...defaultQuirk, gapMs: 0 };
const picture = { kind: 'image', png: Buffer.from('png') } as const;

function insertion(...contents: Insertion['contents']): Insertion {
  return { reply: {} as Insertion['reply'], contents, caretFromEnd: null };
}

const text = (words: string) => ({ kind: 'text', text: words }) as const;

function insert(what: Insertion, action: 'paste' | 'paste-and-send' | 'copy' = 'paste', rule = quirk) {
  return insertReply(tools, { window: desktop.chat, quirk: rule }, what, action, () => {});
}

test('the parts arrive in their order and the clipboard is what it was', async () => {
  desktop.copyByUser('原来的内容');
  const outcome = await insert(insertion(text('一'), picture, text('二')));
  expect(outcome).toEqual({ kind: 'pasted', sent: false, clipboard: 'restored' });
  expect(desktop.arrived(desktop.chat)).toEqual(['一', '[picture]', '二']);
  expect(desktop.clipboardText()).toBe('原来的内容');
});

test('a target that is gone gets nothing, nor does anybody else; the text stays on the clipboard', async () => {
  desktop.close(desktop.chat);
  const outcome = await insert(insertion(text('一'), picture, text('二')));
  expect(outcome).toEqual({ kind: 'copied', reason: 'target-gone', partsPasted: 0 });
  expect(desktop.allKeys()).toEqual([]);
  expect(desktop.clipboardText()).toBe('一\n二');
});

test('a target that does not come back to front gets nothing', async () => {
  desktop.refuseFocus();
  const outcome = await insert(insertion(text('一')));
  expect(outcome).toMatchObject({ kind: 'copied', reason: 'focus-refused' });
  expect(desktop.allKeys()).toEqual([]);
});

test('another window in front between two parts ends the insertion there', async () => {
  desktop.afterPaste(1, () => desktop.raise(desktop.other));
  const outcome = await insert(insertion(text('一'), picture));
  expect(outcome).toEqual({ kind: 'copied', reason: 'focus-lost', partsPasted: 1 });
  expect(desktop.arrived(desktop.other)).toEqual([]);
  expect(desktop.clipboardText()).toBe('一');
});

test('what the agent copies during the paste is kept', async () => {
  desktop.copyByUser('原来的内容');
  desktop.afterPaste(1, () => desktop.copyByUser('刚复制的'));
  const outcome = await insert(insertion(text('一')));
  expect(outcome).toMatchObject({ kind: 'pasted', clipboard: 'kept-newer' });
  expect(desktop.clipboardText()).toBe('刚复制的');
});

test('what the agent copies between two parts is kept, and the second part still arrives', async () => {
  desktop.copyByUser('原来的内容');
  desktop.afterPaste(1, () => desktop.copyByUser('刚复制的'));
  const outcome = await insert(insertion(text('一'), picture));
  expect(outcome).toMatchObject({ kind: 'pasted', clipboard: 'kept-newer' });
  expect(desktop.arrived(desktop.chat)).toEqual(['一', '[picture]']);
  expect(desktop.clipboardText()).toBe('刚复制的');
});

test('a slow target reads the reply before the clipboard is given back', async () => {
  desktop.copyByUser('原来的内容');
  desktop.readAfter(30);
  await insert(insertion(text('一')));
  expect(desktop.arrived(desktop.chat)).toEqual(['一']);
  expect(desktop.clipboardText()).toBe('原来的内容');
});

test('pasting presses no Enter, sending presses one', async () => {
  await insert(insertion(text('一')));
  expect(desktop.allKeys()).toEqual(['Mod+V']);
  const outcome = await insert(insertion(text('二')), 'paste-and-send');
  expect(outcome).toMatchObject({ kind: 'pasted', sent: true });
  expect(desktop.allKeys()).toEqual(['Mod+V', 'Mod+V', 'Enter']);
});

test('a rule that forbids pasting copies, and says so', async () => {
  const outcome = await insert(insertion(text('一')), 'paste', { ...quirk, mode: 'copy-only' });
  expect(outcome).toEqual({ kind: 'copied', reason: 'paste-rule', partsPasted: 0 });
  expect(desktop.allKeys()).toEqual([]);
});

test('a text of several lines is not typed: its line breaks would send it', async () => {
  const typing = { ...quirk, mode: 'type' } as const;
  expect(await insert(insertion(text('一\n二')), 'paste', typing)).toMatchObject({ reason: 'paste-rule' });
  expect(desktop.allKeys()).toEqual([]);
  expect(await insert(insertion(text('一')), 'paste', typing)).toMatchObject({ kind: 'pasted' });
  expect(desktop.arrived(desktop.chat)).toEqual(['一']);
});

test.each([
  ['a window with higher rights', 'elevated-target'],
  ['Wayland', 'wayland'],
  ['no window in front', 'no-target'],
] as const)('%s: the reply is only copied', async (_name, reason) => {
  const window = reason === 'no-target' ? null : { ...desktop.chat, elevated: reason === 'elevated-target' };
  tools = { ...tools, wayland: reason === 'wayland' };
  const outcome = await insertReply(tools, { window, quirk }, insertion(text('一')), 'paste', () => {});
  expect(outcome).toEqual({ kind: 'copied', reason, partsPasted: 0 });
  expect(desktop.allKeys()).toEqual([]);
  expect(desktop.clipboardText()).toBe('一');
});

test('a reply of pictures alone is copied as its first picture', async () => {
  await insert(insertion(picture), 'copy');
  expect(desktop.clipboardText()).toBe('[picture]');
});

test('the caret goes back to where it was asked for', async () => {
  await insert({ ...insertion(text('您好，')), caretFromEnd: 2 });
  expect(desktop.allKeys()).toEqual(['Mod+V', 'Left×2']);
});
