import { randomFillSync } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { eventually } from '../support/poll.ts';
import { captured, setUpDrivers } from '../support/x-drivers.ts';

const REPLY = '您好，请看图 👇';

const drivers = setUpDrivers('copied before');
const capture = () => captured(drivers.focus);

/** An xterm whose shell writes what it is given to a file. */
async function openTerminal(title: string, options: string[]) {
  const file = join(drivers.desktop.folder, `${title}.txt`);
  const child = drivers.desktop.start('xterm', ['-u8', '-T', title, ...options, '-e', `cat > ${file}`]);
  const window = await drivers.desktop.window(title);
  await drivers.desktop.activate(window);
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
  expect(await drivers.paste(target, { kind: 'text', text: REPLY }, 'Shift+Insert')).toBe('read');
  expect(await drivers.keys.pressEnter(target)).toBe('sent');
  await eventually('the line in the file', () => terminal.text() === `${REPLY}\n`);
  await drivers.desktop.stop(terminal.child);
});

test('text is typed into a terminal that takes no clipboard', async () => {
  const terminal = await openTerminal('typed', []);
  const target = capture();
  expect(await drivers.keys.typeText(target, `${REPLY} ABC\n`, 0)).toBe('sent');
  await eventually('the line in the file', () => terminal.text() === `${REPLY} ABC\n`);
  await drivers.desktop.stop(terminal.child);
});

/** A chat page in Chromium that counts what is pasted and says it in its title. */
async function openChatPage() {
  const page = join(drivers.desktop.folder, 'chat.html');
  writeFileSync(
    page,
    `<meta charset="utf-8"><title>chat</title><div id="box" contenteditable style="height:300px"></div>
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
  // Last, for it says that the page is ready.
  document.title = 'chat 0';
</script>`,
  );
  const child = drivers.desktop.start('chromium', [
    '--no-sandbox',
    '--no-first-run',
    '--disable-gpu',
    '--disable-background-networking',
    '--password-store=basic',
    `--user-data-dir=${mkdtempSync(join(drivers.desktop.folder, 'chromium-'))}`,
    `--app=file://${page}`,
  ]);
  const window = await drivers.desktop.window('^chat 0');
  await drivers.desktop.activate(window);
  return {
    child,
    async expectTitle(wanted: string) {
      const title = async () => (await drivers.desktop.run('xdotool', 'getwindowname', window)).trim();
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
  expect(await drivers.paste(target, { kind: 'text', text: REPLY })).toBe('read');
  expect(await drivers.paste(target, { kind: 'image', png: picture })).toBe('read');
  // Nobody tells when a page has done with a picture; one that is busy with it takes the next text too late.
  await page.expectTitle(`chat 2 ${REPLY}| ; image/png 1400x900`);
  expect(await drivers.paste(target, { kind: 'text', text: '还有什么可以帮您？' })).toBe('read');
  await page.expectTitle(`chat 3 ${REPLY}| ; image/png 1400x900 ; 还有什么可以帮您？|`);
  expect(await drivers.desktop.run('xclip', '-o', '-selection', 'clipboard')).toBe('copied before');
  await drivers.desktop.stop(page.child);
});

test('a file arrives in a chat page as a file', async () => {
  const file = join(drivers.desktop.folder, '发票.png');
  writeFileSync(file, PNG.sync.write(new PNG({ width: 3, height: 2 })));
  const page = await openChatPage();
  expect(await drivers.paste(capture(), { kind: 'files', paths: [file] })).toBe('read');
  await page.expectTitle('chat 1 image/png 3x2');
  await drivers.desktop.stop(page.child);
});
