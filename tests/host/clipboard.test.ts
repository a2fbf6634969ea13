import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clipboardPng,
  clipboardText,
  clipboardTypes,
  readClipboard,
  setClipboard,
  setClipboardPng,
  setClipboardText,
} from '../e2e/support/clipboard.ts';
import { type Display, startDisplay } from '../e2e/support/display.ts';
import { until } from '../e2e/support/poll.ts';
import { type FixtureApp, fixtureFolder, launchFixture } from './support/fixture-app.ts';

const large = '一二三四五六七八九十🎉'.repeat(60_000);
const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

let display: Display;
let fixture: FixtureApp;
let png: Buffer;

beforeAll(async () => {
  display = await startDisplay();
  fixture = await launchFixture(display);
  png = await readFile(join(fixtureFolder, 'pages/dot.png'));
});

afterAll(async () => {
  await fixture?.close();
  await display?.stop();
});

const readText = () => fixture.app.evaluate(({ clipboard }) => clipboard.readText());

test('text goes to other programs and comes back from them', async () => {
  await fixture.app.evaluate(({ clipboard }) => clipboard.writeText('发货啦 🎉'));
  expect(await clipboardText(display)).toBe('发货啦 🎉');
  await setClipboardText(display, '退款');
  expect(await readText()).toBe('退款');
});

test('more than a megabyte goes both ways unharmed', async () => {
  expect(Buffer.byteLength(large)).toBeGreaterThan(1_500_000);
  await fixture.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), large);
  expect(hash(await clipboardText(display))).toBe(hash(large));
  await setClipboardText(display, `${large}!`);
  expect(hash(await readText())).toBe(hash(`${large}!`));
});

test('several types of one copy are all there for other programs', async () => {
  await fixture.app.evaluate(async ({ clipboard, ClipboardItem }, base64) => {
    const image = new Blob([Buffer.from(base64, 'base64')], { type: 'image/png' });
    await clipboard.write([
      new ClipboardItem({ 'text/plain': 'plain', 'text/html': '<b>plain</b>', 'image/png': image }),
    ]);
  }, png.toString('base64'));
  expect(await clipboardTypes(display)).toEqual(
    expect.arrayContaining(['TARGETS', 'UTF8_STRING', 'text/html', 'image/png']),
  );
  expect(await clipboardText(display)).toBe('plain');
  expect((await readClipboard(display, 'text/html')).toString()).toBe('<b>plain</b>');
  expect((await clipboardPng(display)).equals(png)).toBe(true);
});

test('a picture from another program is read as PNG, a large one too', async () => {
  const read = () =>
    fixture.app.evaluate(async ({ clipboard }) => {
      const [item] = await clipboard.read();
      const blob = await item?.getType('image/png');
      const bytes = Buffer.from(await (blob as Blob).arrayBuffer());
      return { types: item?.types, base64: bytes.toString('base64') };
    });
  await setClipboardPng(display, png);
  expect(await read()).toEqual({ types: ['image/png'], base64: png.toString('base64') });
  const noise = randomBytes(3_000_000);
  await setClipboardPng(display, noise);
  expect(hash(Buffer.from((await read()).base64, 'base64'))).toBe(hash(noise));
});

test('a format that has no MIME type of its own goes round under its raw name', async () => {
  const raw = 'electron application/osclipboard;format="x-special/gnome-copied-files"';
  await setClipboard(display, 'x-special/gnome-copied-files', 'copy\nfile:///a');
  const read = await fixture.app.evaluate(async ({ clipboard }, type) => {
    const [item] = await clipboard.read();
    const blob = (await item?.getType(type)) as Blob | undefined;
    return { has: await clipboard.has(type), text: await blob?.text() };
  }, raw);
  expect(read).toEqual({ has: true, text: 'copy\nfile:///a' });
});

test('a missing type rejects, and a cleared clipboard is empty', async () => {
  await fixture.app.evaluate(({ clipboard }) => clipboard.writeText('x'));
  const missing = await fixture.app.evaluate(async ({ clipboard }) => {
    const [item] = await clipboard.read();
    return item?.getType('image/png').then(
      () => 'resolved',
      () => 'rejected',
    );
  });
  expect(missing).toBe('rejected');
  await fixture.app.evaluate(({ clipboard }) => clipboard.clear());
  await until(async () => (await clipboardTypes(display)).length === 0, 'the clipboard is empty');
  expect(await fixture.app.evaluate(async ({ clipboard }) => (await clipboard.read()).length)).toBe(0);
  expect(await readText()).toBe('');
});

test('the primary selection is another clipboard', async () => {
  await fixture.app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('copied');
    await clipboard.selection.writeText('selected');
  });
  expect(await clipboardText(display)).toBe('copied');
  expect(await display.run('xclip', '-selection', 'primary', '-o')).toBe('selected');
});
