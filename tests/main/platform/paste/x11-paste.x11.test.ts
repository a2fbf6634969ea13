import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TargetWindow } from '../../../../src/main/platform/focus/focus.ts';
import { eventually } from '../support/poll.ts';
import { type Editor, openEditor } from '../support/x-desktop.ts';
import { captured, setUpDrivers } from '../support/x-drivers.ts';

const REPLY = '您好，这边马上为您查询，请稍等。';
const COPIED = 'order 2031';

const drivers = setUpDrivers(COPIED);
let editor: Editor;

beforeEach(async () => {
  editor = await openEditor(drivers.desktop);
});
afterEach(() => drivers.desktop.stop(editor.child));

const capture = () => captured(drivers.focus);
const paste = (target: TargetWindow, text: string) => drivers.paste(target, { kind: 'text', text });

test('Chinese text arrives in the captured window and the clipboard is what it was', async () => {
  const target = capture();
  expect(target.id).toBe(editor.window);
  expect(await paste(target, REPLY)).toBe('read');
  await editor.expectText(REPLY);
  expect(await drivers.desktop.run('xclip', '-o', '-selection', 'clipboard')).toBe(COPIED);
});

test('the same reply pasted twenty times arrives twenty times', async () => {
  const target = capture();
  for (let round = 0; round < 20; round += 1) {
    expect(await paste(target, `${round} `)).toBe('read');
  }
  await editor.expectText(Array.from({ length: 20 }, (_, round) => `${round}`).join(' '));
  expect(await drivers.desktop.run('xclip', '-o', '-selection', 'clipboard')).toBe(COPIED);
});

test('nothing is typed anywhere when another window was raised before the keys', async () => {
  const target = capture();
  const other = await openEditor(drivers.desktop);
  expect(await paste(target, REPLY)).toBe('focus-lost');
  expect(await drivers.keys.pressEnter(target)).toBe('focus-lost');
  expect(await drivers.keys.typeText(target, REPLY, 0)).toBe('focus-lost');
  expect(await other.text()).toBe('');
  expect(await editor.text()).toBe('');
  await drivers.desktop.stop(other.child);
});

test('a second window of the same program does not get what was meant for the first', async () => {
  const target = capture();
  const other = await openEditor(drivers.desktop);
  expect(await drivers.focus.bringBack(target, 20_000)).toBe('front');
  expect(await paste(target, REPLY)).toBe('read');
  await editor.expectText(REPLY);
  expect(await other.text()).toBe('');
  await drivers.desktop.stop(other.child);
});

test('modifiers that are still held do not change the paste chord', async () => {
  const target = capture();
  await drivers.desktop.run('xdotool', 'keydown', 'shift', 'keydown', 'alt');
  expect(await paste(target, REPLY)).toBe('read');
  await drivers.desktop.run('xdotool', 'keyup', 'shift', 'keyup', 'alt');
  await editor.expectText(REPLY);
});

test.each(['Caps_Lock', 'Num_Lock'])('paste works with %s on', async (lock) => {
  const target = capture();
  await drivers.desktop.run('xdotool', 'key', lock);
  expect(await paste(target, REPLY)).toBe('read');
  await drivers.desktop.run('xdotool', 'key', lock);
  await editor.expectText(REPLY);
});

test.each([
  ['Dvorak', ['-layout', 'us', '-variant', 'dvorak']],
  ['Russian without Latin letters', ['-layout', 'ru']],
])('paste works with a keyboard layout of %s', async (_name, options) => {
  await drivers.desktop.run('setxkbmap', ...options);
  const other = await openEditor(drivers.desktop);
  const read = await paste(capture(), REPLY);
  await drivers.desktop.run('setxkbmap', '-layout', 'us', '-variant', '');
  expect(read).toBe('read');
  await other.expectText(REPLY);
  await drivers.desktop.stop(other.child);
});

test('Enter and the left arrow arrive', async () => {
  const target = capture();
  await paste(target, '1234');
  expect(await drivers.keys.pressLeft(target, 2)).toBe('sent');
  expect(await drivers.keys.pressEnter(target)).toBe('sent');
  await editor.expectText('12\n34');
});

test('a menu that holds the keyboard keeps it: the keys are not pressed at all', async () => {
  const target = capture();
  const menu = drivers.desktop.start('rofi', ['-dmenu']);
  await eventually('the menu to hold the keyboard', async () => {
    return (await drivers.keys.pressLeft(target, 1)) === 'focus-lost';
  });
  expect(drivers.focus.isFront(target)).toBe(true);
  expect(await paste(target, REPLY)).toBe('focus-lost');
  await drivers.desktop.stop(menu);
  expect(await editor.text()).toBe('');
});

// Typing comes last: openbox reads its key bindings anew, for seconds, each time a key changes its meaning.
test('typed text arrives character by character: Chinese, emoji, capitals, line breaks', async () => {
  const text = `${REPLY}\nABC abc 👍🏽 {[€]}\n${'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经'.slice(0, 64)}`;
  expect(await drivers.keys.typeText(capture(), text, 0)).toBe('sent');
  await editor.expectText(text);
});

test('a target that is busy for a while gets every character, also those whose keys mean others by then', async () => {
  const text = Array.from({ length: 90 }, (_, index) => String.fromCharCode(0x4e00 + 7 * index)).join('');
  const target = capture();
  process.kill(editor.child.pid as number, 'SIGSTOP');
  const typed = drivers.keys.typeText(target, text, 0);
  // Far longer than keys keep their meaning without an answer.
  await delay(1_000);
  process.kill(editor.child.pid as number, 'SIGCONT');
  expect(await typed).toBe('sent');
  await editor.expectText(text);
});
