/*
 * `npm run demo`: the loop, and one edit in the manager, on a screen of its own, with real keys in real windows. Pictures of
 * each step go to out/demo.
 * `--readme` also makes the picture of the README, docs/palette.png.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { launchApp } from '../tests/e2e/support/app.ts';
import { clipboardText, setClipboardText } from '../tests/e2e/support/clipboard.ts';
import { type Display, startDisplay } from '../tests/e2e/support/display.ts';
import { pressKeys, typeText } from '../tests/e2e/support/keys.ts';
import { type LibraryWindow, openLibrary } from '../tests/e2e/support/library-window.ts';
import { drivePalette, type PaletteDriver } from '../tests/e2e/support/palette.ts';
import { until } from '../tests/e2e/support/poll.ts';
import type { Stage } from '../tests/e2e/support/stage.ts';
import { openTextEditor } from '../tests/e2e/support/targets/text-editor.ts';
import { ensureBuild } from './build.ts';
import { openConversation } from './demo/conversation.ts';
import { makeReadmePicture } from './demo/readme-picture.ts';
import { desktopPackages, ensurePackages } from './system-packages.ts';

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'out', 'demo');

/** The palette draws its last frame a little after its state has changed. */
const paintMs = 120;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Does one step of the demo, says how long it took, and takes a picture of the whole screen. */
function stepper(display: Display) {
  let number = 0;
  return async (name: string, words: string, act: () => Promise<void>): Promise<void> => {
    number += 1;
    const startedAt = performance.now();
    await act();
    const took = performance.now() - startedAt;
    await delay(paintMs);
    const picture = join(pictures, `${String(number).padStart(2, '0')}-${name}.png`);
    await display.screenshot(picture);
    say(`${took.toFixed(0).padStart(6)} ms  ${words.padEnd(58)} ${relative(root, picture)}`);
  };
}

type Step = ReturnType<typeof stepper>;

async function inEditor(display: Display, palette: PaletteDriver, step: Step): Promise<void> {
  const editor = await openTextEditor(display, 'chat', '顾客：等了两天还没有人理我！！\n\n');
  await pressKeys(display, 'ctrl+End');
  const copied = '刚才复制的订单号 2026112200037';
  await setClipboardText(display, copied);

  await step('editor', 'a text editor stands in for the chat', editor.focus);
  await step('palette', 'Ctrl+Shift+Space: the palette opens', palette.open);
  await step('found', 'typed "anfu", pinyin for 安抚: found', () => palette.find('anfu', '先安抚再了解'));
  await step('pasted', 'Enter: the reply is in the editor', async () => {
    await pressKeys(display, 'Return');
    await palette.gone();
    await until(async () => (await editor.text()).includes('一件一件'), 'the reply is in the editor');
  });
  await until(async () => (await clipboardText(display)) === copied, 'the clipboard is given back');
  say(`\nIn the editor:\n${(await editor.text()).replaceAll(/^/gm, '  | ')}`);
  say(`On the clipboard, as before: ${copied}\n`);
  await editor.close();
}

async function inConversation(
  display: Display,
  palette: PaletteDriver,
  step: Step,
  readme: string | null,
): Promise<void> {
  const conversation = await openConversation(display);
  await step('conversation', 'a page that takes pictures, in a browser', conversation.focus);
  await palette.open();
  await step('refund', 'typed "tk": a reply of text, picture and text', () =>
    palette.find('tk', '退款多久到账'),
  );
  if (readme !== null)
    await makeReadmePicture(display, palette, join(pictures, '05-conversation.png'), readme);
  let received: string[] = [];
  await step('picture-pasted', 'Enter: all three parts are in the page', async () => {
    await pressKeys(display, 'Return');
    await palette.gone();
    received = await conversation.received(3);
  });
  say(`\nIn the page:\n${received.map((piece) => `  | ${piece}`).join('\n')}\n`);

  await step('nothing-found', 'a question that the library does not answer', async () => {
    await palette.open();
    await typeText(display, 'gift wrapping');
    await until(async () => (await palette.titles()).length === 0, 'nothing is found');
  });
  await step('new-reply', 'Ctrl+N: written down at once', async () => {
    await pressKeys(display, 'ctrl+n');
    await palette.page.locator('[data-place=new-reply]').waitFor();
  });
  await pressKeys(display, 'Escape', 'Escape', 'Escape');
  await palette.gone();
  await conversation.close();
}

/** Changes a reply in the manager, and takes the change back. */
async function inManager(stage: Pick<Stage, 'display' | 'palette' | 'running'>, step: Step): Promise<void> {
  const { display } = stage;
  let library = {} as LibraryWindow;
  await step('manager', 'Ctrl+M in the palette: the manager, with its tour', async () => {
    library = await openLibrary(stage);
    await library.page.getByRole('dialog').waitFor();
  });
  const { page } = library;
  await pressKeys(display, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('searchbox').fill('tk');
  await library.row('退款多久到账').click();
  const text = page.getByRole('textbox', { name: '文字 1' });
  await text.waitFor();
  await library.focus();
  await step('edited', 'a sentence more, Ctrl+S: a new revision', async () => {
    await text.focus();
    await pressKeys(display, 'ctrl+End');
    await page.keyboard.insertText('有问题随时找我。');
    await pressKeys(display, 'ctrl+s');
    await page.getByText(/^已保存 ·/).waitFor();
  });
  await step('undone', 'Ctrl+Z in the list: as it was', async () => {
    await library.focusList();
    await pressKeys(display, 'ctrl+z');
    await until(async () => !(await text.inputValue()).includes('随时找我'), 'the sentence is gone');
  });
  await library.close();
}

async function main(): Promise<void> {
  const missing = ensurePackages(desktopPackages);
  if (missing !== null) {
    say(`The demo needs some programs of the system. Please run:\n  ${missing}`);
    process.exitCode = 1;
    return;
  }
  if (!ensureBuild()) {
    process.exitCode = 1;
    return;
  }
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const readme = process.argv.includes('--readme') ? join(root, 'docs', 'palette.png') : null;

  const display = await startDisplay();
  await display.run('xsetroot', '-solid', '#cfd9df');
  const startedAt = performance.now();
  const running = await launchApp(display, { locale: 'zh-CN' });
  say(
    `\n${(performance.now() - startedAt).toFixed(0).padStart(6)} ms  first start, starter library installed\n`,
  );
  try {
    const palette = drivePalette(display, running);
    const step = stepper(display);
    await inEditor(display, palette, step);
    await inConversation(display, palette, step, readme);
    await inManager({ display, palette, running }, step);
    say(
      '\nTimes include the tools that press the keys and look at the result; see docs/benchmarks.md for exact ones.',
    );
    if (readme !== null) say(`The picture of the README: ${relative(root, readme)}`);
  } finally {
    await running.close();
    await display.stop();
  }
}

await main();
