import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ClipboardDriver } from '../../../../src/main/platform/clipboard/clipboard.ts';
import { createX11ClipboardDriver } from '../../../../src/main/platform/clipboard/x11-clipboard.ts';
import type { FocusDriver, TargetWindow } from '../../../../src/main/platform/focus/focus.ts';
import { createX11FocusDriver } from '../../../../src/main/platform/focus/x11-focus.ts';
import type { KeyDriver } from '../../../../src/main/platform/paste/keys.ts';
import { createX11KeyDriver } from '../../../../src/main/platform/paste/x11-keys.ts';
import { eventually } from '../support/poll.ts';
import { type Editor, openEditor, startDesktop, type XDesktop } from '../support/x-desktop.ts';
import { createXElectronClipboard } from '../support/x-electron-clipboard.ts';

const REPLY = '您好，这边马上为您查询，请稍等。';
const COPIED = 'order 2031';

let desktop: XDesktop;
let electron: ReturnType<typeof createXElectronClipboard>;
let focus: FocusDriver;
let keys: KeyDriver;
let clipboard: ClipboardDriver;
let editor: Editor;

beforeAll(async () => {
  desktop = await startDesktop();
});

afterAll(async () => {
  await desktop?.close();
});

beforeEach(async () => {
  electron = createXElectronClipboard(desktop.display);
  focus = createX11FocusDriver(desktop.display);
  keys = createX11KeyDriver(desktop.display);
  clipboard = createX11ClipboardDriver(electron, desktop.display);
  editor = await openEditor(desktop);
  await clipboard.copy({ kind: 'text', text: COPIED });
});

afterEach(async () => {
  await desktop.stop(editor.child);
  for (const driver of [focus, keys, clipboard, electron]) {
    driver.close();
  }
});

function capture(): TargetWindow {
  const target = focus.capture();
  if (target === null) {
    throw new Error('No window has the focus');
  }
  return target;
}

async function paste(target: TargetWindow, text: string): Promise<string> {
  const saved = await clipboard.save();
  const loan = await clipboard.lend({ kind: 'text', text });
  const pressed = await keys.pressChord(target, 'Mod+V');
  const read = pressed === 'sent' ? await loan?.waitUntilRead(target, 2_000) : pressed;
  loan?.end();
  await clipboard.restore(saved);
  return read ?? 'not lent';
}

test('Chinese text arrives in the captured window and the clipboard is what it was', async () => {
  const target = capture();
  expect(target.id).toBe(editor.window);
  expect(await paste(target, REPLY)).toBe('read');
  await editor.expectText(REPLY);
  expect(await desktop.run('xclip', '-o', '-selection', 'clipboard')).toBe(COPIED);
});

test('the same reply pasted twenty times arrives twenty times', async () => {
  const target = capture();
  for (let round = 0; round < 20; round += 1) {
    expect(await paste(target, `${round} `)).toBe('read');
  }
  await editor.expectText(Array.from({ length: 20 }, (_, round) => `${round}`).join(' '));
  expect(await desktop.run('xclip', '-o', '-selection', 'clipboard')).toBe(COPIED);
});

test('nothing is typed anywhere when another window was raised before the keys', async () => {
  const target = capture();
  const other = await openEditor(desktop);
  expect(await paste(target, REPLY)).toBe('focus-lost');
  expect(await keys.pressEnter(target)).toBe('focus-lost');
  expect(await keys.typeText(target, REPLY, 0)).toBe('focus-lost');
  expect(await other.text()).toBe('');
  expect(await editor.text()).toBe('');
  await desktop.stop(other.child);
});

test('a second window of the same program does not get what was meant for the first', async () => {
  const target = capture();
  const other = await openEditor(desktop);
  expect(await focus.bringBack(target, 2_000)).toBe('front');
  expect(await paste(target, REPLY)).toBe('read');
  await editor.expectText(REPLY);
  expect(await other.text()).toBe('');
  await desktop.stop(other.child);
});

test('modifiers that are still held do not change the paste chord', async () => {
  const target = capture();
  await desktop.run('xdotool', 'keydown', 'shift', 'keydown', 'alt');
  expect(await paste(target, REPLY)).toBe('read');
  await desktop.run('xdotool', 'keyup', 'shift', 'keyup', 'alt');
  await editor.expectText(REPLY);
});

test.each(['Caps_Lock', 'Num_Lock'])('paste works with %s on', async (lock) => {
  const target = capture();
  await desktop.run('xdotool', 'key', lock);
  expect(await paste(target, REPLY)).toBe('read');
  await desktop.run('xdotool', 'key', lock);
  await editor.expectText(REPLY);
});

test.each([
  ['Dvorak', ['-layout', 'us', '-variant', 'dvorak']],
  ['Russian without Latin letters', ['-layout', 'ru']],
])('paste works with a keyboard layout of %s', async (_name, options) => {
  await desktop.run('setxkbmap', ...options);
  const other = await openEditor(desktop);
  const read = await paste(capture(), REPLY);
  await desktop.run('setxkbmap', '-layout', 'us', '-variant', '');
  expect(read).toBe('read');
  await other.expectText(REPLY);
  await desktop.stop(other.child);
});

test('Enter and the left arrow arrive', async () => {
  const target = capture();
  await paste(target, '1234');
  expect(await keys.pressLeft(target, 2)).toBe('sent');
  expect(await keys.pressEnter(target)).toBe('sent');
  await editor.expectText('12\n34');
});

test('a menu that holds the keyboard keeps it: the keys are not pressed at all', async () => {
  const target = capture();
  const menu = desktop.start('rofi', ['-dmenu']);
  await eventually('the menu to hold the keyboard', async () => {
    return (await keys.pressLeft(target, 1)) === 'focus-lost';
  });
  expect(focus.isFront(target)).toBe(true);
  expect(await paste(target, REPLY)).toBe('focus-lost');
  await desktop.stop(menu);
  expect(await editor.text()).toBe('');
});

// Typing comes last: openbox reads its key bindings anew, for seconds, each time a key changes its meaning.
test('typed text arrives character by character: Chinese, emoji, capitals, line breaks', async () => {
  const text = `${REPLY}\nABC abc 👍🏽 {[€]}\n${'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经'.slice(0, 64)}`;
  expect(await keys.typeText(capture(), text, 0)).toBe('sent');
  await editor.expectText(text);
});
