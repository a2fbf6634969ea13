import { randomFillSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ClipboardContent, ClipboardDriver } from '../../../../src/main/platform/clipboard/clipboard.ts';
import { createX11ClipboardDriver } from '../../../../src/main/platform/clipboard/x11-clipboard.ts';
import type { FocusDriver, TargetWindow } from '../../../../src/main/platform/focus/focus.ts';
import { createX11FocusDriver } from '../../../../src/main/platform/focus/x11-focus.ts';
import type { KeyDriver, PasteChord } from '../../../../src/main/platform/paste/keys.ts';
import { createX11KeyDriver } from '../../../../src/main/platform/paste/x11-keys.ts';
import { eventually } from '../support/poll.ts';
import { startDesktop, type XDesktop } from '../support/x-desktop.ts';
import { createXElectronClipboard } from '../support/x-electron-clipboard.ts';

const REPLY = '您好，请看图 👇';

let desktop: XDesktop;
let electron: ReturnType<typeof createXElectronClipboard>;
let focus: FocusDriver;
let keys: KeyDriver;
let clipboard: ClipboardDriver;

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
  await clipboard.copy({ kind: 'text', text: 'copied before' });
});

afterEach(() => {
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

async function paste(target: TargetWindow, content: ClipboardContent, chord: PasteChord): Promise<string> {
  const saved = await clipboard.save();
  const loan = await clipboard.lend(content);
  const pressed = await keys.pressChord(target, chord);
  const read = pressed === 'sent' ? await loan?.waitUntilRead(target, 5_000) : pressed;
  await clipboard.restore(saved);
  return read ?? 'not lent';
}

/** An xterm whose shell writes what it is given to a file. */
async function openTerminal(title: string, options: string[]) {
  const file = join(desktop.folder, `${title}.txt`);
  const child = desktop.start('xterm', ['-u8', '-T', title, ...options, '-e', `cat > ${file}`]);
  const window = await desktop.window(title);
  await desktop.activate(window);
  return {
    child,
    text: () => {
      try {
        return readFileSync(file, 'utf8');
      } catch {
        return '';
      }
    },
  };
}

test('Shift+Insert pastes into a terminal that takes the clipboard', async () => {
  const terminal = await openTerminal('chord', ['-xrm', '*VT100.selectToClipboard: true']);
  const target = capture();
  expect(target.app).toBe('xterm');
  expect(await paste(target, { kind: 'text', text: REPLY }, 'Shift+Insert')).toBe('read');
  expect(await keys.pressEnter(target)).toBe('sent');
  await eventually('the line in the file', () => terminal.text() === `${REPLY}\n`);
  await desktop.stop(terminal.child);
});

test('text is typed into a terminal that takes no clipboard', async () => {
  const terminal = await openTerminal('typed', []);
  const target = capture();
  expect(await keys.typeText(target, `${REPLY} ABC\n`, 0)).toBe('sent');
  await eventually('the line in the file', () => terminal.text() === `${REPLY} ABC\n`);
  await desktop.stop(terminal.child);
});

/** A chat page in Chromium that counts what is pasted and says it in its title. */
async function openChatPage() {
  const page = join(desktop.folder, 'chat.html');
  writeFileSync(
    page,
    `<meta charset="utf-8"><title>chat 0</title><div id="box" contenteditable style="height:300px"></div>
<script>
  const got = [];
  box.focus();
  addEventListener('paste', async (event) => {
    event.preventDefault();
    const data = event.clipboardData;
    const files = [...data.files];
    if (files.length === 0) got.push(data.getData('text/plain') + '|' + data.getData('text/html'));
    for (const file of files) {
      const bitmap = await createImageBitmap(file);
      got.push(file.type + ' ' + bitmap.width + 'x' + bitmap.height);
    }
    document.title = 'chat ' + got.length + ' ' + got.join(' ; ');
  });
</script>`,
  );
  const child = desktop.start('chromium', [
    '--no-sandbox',
    '--no-first-run',
    '--disable-gpu',
    '--disable-background-networking',
    '--password-store=basic',
    `--user-data-dir=${join(desktop.folder, 'chromium')}`,
    `--app=file://${page}`,
  ]);
  const window = await desktop.window('^chat 0');
  await desktop.activate(window);
  return {
    child,
    async expectTitle(wanted: string) {
      const title = async () => (await desktop.run('xdotool', 'getwindowname', window)).trim();
      await eventually('the parts in the page', async () => (await title()) === wanted).catch(async () => {
        expect(await title()).toBe(wanted);
      });
    },
  };
}

test('words and a picture of several megabytes arrive in a chat page, in order and once each', async () => {
  const png = new PNG({ width: 1_400, height: 900 });
  randomFillSync(png.data);
  const picture = PNG.sync.write(png);
  expect(picture.byteLength).toBeGreaterThan(3_000_000);

  const page = await openChatPage();
  const target = capture();
  expect(await paste(target, { kind: 'text', text: REPLY }, 'Mod+V')).toBe('read');
  expect(await paste(target, { kind: 'image', png: picture }, 'Mod+V')).toBe('read');
  expect(await paste(target, { kind: 'text', text: '还有什么可以帮您？' }, 'Mod+V')).toBe('read');
  await page.expectTitle(`chat 3 ${REPLY}| ; image/png 1400x900 ; 还有什么可以帮您？|`);
  expect(await desktop.run('xclip', '-o', '-selection', 'clipboard')).toBe('copied before');
  await desktop.stop(page.child);
});

test('a file arrives in a chat page as a file', async () => {
  const file = join(desktop.folder, '发票.png');
  writeFileSync(file, PNG.sync.write(new PNG({ width: 3, height: 2 })));
  const page = await openChatPage();
  expect(await paste(capture(), { kind: 'files', paths: [file] }, 'Mod+V')).toBe('read');
  await page.expectTitle('chat 1 image/png 3x2');
  await desktop.stop(page.child);
});
