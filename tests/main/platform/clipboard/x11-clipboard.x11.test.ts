import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type ClipboardContent,
  type ClipboardDriver,
  type ClipboardLoan,
  emptySnapshot,
} from '../../../../src/main/platform/clipboard/clipboard.ts';
import { createX11ClipboardDriver } from '../../../../src/main/platform/clipboard/x11-clipboard.ts';
import type { TargetWindow } from '../../../../src/main/platform/focus/focus.ts';
import { createX11FocusDriver } from '../../../../src/main/platform/focus/x11-focus.ts';
import { X, XConnection } from '../../../../src/main/platform/native/x-connection.ts';
import { eventually } from '../support/poll.ts';
import { type Editor, openEditor, startDesktop, type XDesktop } from '../support/x-desktop.ts';
import { createXElectronClipboard } from '../support/x-electron-clipboard.ts';

let desktop: XDesktop;
let electron: ReturnType<typeof createXElectronClipboard>;
let clipboard: ClipboardDriver;
let editor: Editor;
let target: TargetWindow;

beforeAll(async () => {
  desktop = await startDesktop();
  editor = await openEditor(desktop);
  const focus = createX11FocusDriver(desktop.display);
  const captured = focus.capture();
  focus.close();
  if (captured === null) {
    throw new Error('The editor has no focus');
  }
  target = captured;
});

afterAll(async () => {
  await desktop?.close();
});

beforeEach(async () => {
  electron = createXElectronClipboard(desktop.display);
  clipboard = createX11ClipboardDriver(electron, desktop.display);
});

afterEach(() => {
  clipboard.close();
  electron.close();
});

/** What another program finds under one format. */
function read(format: string): Promise<string> {
  return desktop.run('xclip', '-o', '-selection', 'clipboard', '-t', format);
}

async function formatsOffered(): Promise<string[]> {
  return (await read('TARGETS')).trim().split('\n');
}

async function lend(content: ClipboardContent): Promise<ClipboardLoan> {
  const loan = await clipboard.lend(content);
  if (loan === null) {
    throw new Error('The clipboard could not be had');
  }
  return loan;
}

/** Copies a file's bytes as another program would. */
async function copyAs(format: string, bytes: Uint8Array): Promise<void> {
  const file = join(desktop.folder, 'copied');
  writeFileSync(file, bytes);
  desktop.start('xclip', ['-i', '-selection', 'clipboard', '-t', format, file]);
  const found = join(desktop.folder, 'found');
  await eventually('the copy on the clipboard', async () => {
    const reading = `xclip -o -selection clipboard -t ${format} > ${found}`;
    await desktop.run('sh', '-c', reading).catch(() => '');
    return Buffer.compare(readFileSync(found), bytes) === 0;
  });
}

test('lent text is offered under every name that programs ask for', async () => {
  await lend({ kind: 'text', text: '退货地址：杭州市' });
  for (const format of ['UTF8_STRING', 'text/plain;charset=utf-8', 'text/plain', 'STRING', 'TEXT']) {
    expect(await read(format)).toBe('退货地址：杭州市');
  }
  expect(await formatsOffered()).toEqual(expect.arrayContaining(['TARGETS', 'TIMESTAMP', 'MULTIPLE']));
});

test('a loan carries the mark by which clipboard managers leave it out, a copy does not', async () => {
  await lend({ kind: 'text', text: 'reply' });
  expect(await read('x-kde-passwordManagerHint')).toBe('secret');
  await clipboard.copy({ kind: 'text', text: 'reply' });
  expect(await formatsOffered()).not.toContain('x-kde-passwordManagerHint');
});

test('a picture of several megabytes arrives byte for byte', async () => {
  const png = randomBytes(5_000_000);
  const loan = await lend({ kind: 'image', png });
  const file = join(desktop.folder, 'pasted');
  await desktop.run('sh', '-c', `xclip -o -selection clipboard -t image/png > ${file}`);
  expect(Buffer.compare(readFileSync(file), png)).toBe(0);
  expect(loan.isOurs()).toBe(true);
});

test('files are lent as an address list and as file managers know them', async () => {
  await lend({ kind: 'files', paths: ['/tmp/发票 1.pdf', '/tmp/b.png'] });
  expect(await read('text/uri-list')).toBe('file:///tmp/%E5%8F%91%E7%A5%A8%201.pdf\r\nfile:///tmp/b.png\r\n');
  expect(await read('x-special/gnome-copied-files')).toBe(
    'copy\nfile:///tmp/%E5%8F%91%E7%A5%A8%201.pdf\nfile:///tmp/b.png',
  );
});

test('a clipboard manager that reads the loan does not count as the target', async () => {
  const loan = await lend({ kind: 'text', text: 'reply' });
  const waiting = loan.waitUntilRead(target, 700);
  expect(await read('UTF8_STRING')).toBe('reply');
  expect(await waiting).toBe('waited');
});

test('only a reading after the keys counts, for some programs read whatever is copied', async () => {
  const loan = await lend({ kind: 'text', text: 'reply' });
  await desktop.run('xdotool', 'key', 'ctrl+v');
  await editor.expectText('reply');
  expect(await loan.waitUntilRead(target, 200)).toBe('waited');
  const waiting = loan.waitUntilRead(target, 20_000);
  await desktop.run('xdotool', 'key', 'ctrl+v');
  expect(await waiting).toBe('read');
});

test('what the agent copies during a loan stays', async () => {
  await copyAs('UTF8_STRING', Buffer.from('before'));
  const saved = await clipboard.save();
  expect(saved.text).toBe('before');
  const loan = await lend({ kind: 'text', text: 'reply' });
  const waiting = loan.waitUntilRead(target, 20_000);
  await copyAs('UTF8_STRING', Buffer.from('during'));
  expect(await waiting).toBe('changed');
  expect(loan.isOurs()).toBe(false);
  expect(await clipboard.restore(saved)).toBe('kept-newer');
  expect(await read('UTF8_STRING')).toBe('during');
});

test('what the agent copies after the clipboard was saved is not taken away, and is lent over once it is saved', async () => {
  await copyAs('UTF8_STRING', Buffer.from('first'));
  await clipboard.save();
  await copyAs('UTF8_STRING', Buffer.from('second'));
  expect(await clipboard.lend({ kind: 'text', text: 'reply' })).toBeNull();
  expect(await read('UTF8_STRING')).toBe('second');
  const saved = await clipboard.save();
  await lend({ kind: 'text', text: 'reply' });
  expect(await read('UTF8_STRING')).toBe('reply');
  expect(await clipboard.restore(saved)).toBe('restored');
  expect(await read('UTF8_STRING')).toBe('second');
});

test('a target that is waited for is woken again and again', async () => {
  const program = new XConnection(desktop.display);
  const window = program.createMessageWindow(0);
  program.sync();
  const loan = await lend({ kind: 'text', text: 'reply' });
  expect(await loan.waitUntilRead({ ...target, id: String(window) }, 100)).toBe('waited');
  program.sync();
  expect(program.nextEvent()?.readUInt8(0)).toBe(X.event.clientMessage | 0x80);
  expect(program.nextEvent()).not.toBeNull();
  program.close();
});

test('an empty clipboard is empty again after a loan', async () => {
  await copyAs('UTF8_STRING', Buffer.from('x'));
  await lend({ kind: 'text', text: 'reply' });
  expect(await clipboard.restore(emptySnapshot)).toBe('restored');
  await expect(read('UTF8_STRING')).rejects.toThrow();
});

test('every format of a rich copy comes back, text and pictures once each', async () => {
  const html = '<b>您好</b>';
  const formats = new Map<string, Uint8Array>([
    ['text/plain', Buffer.from('您好')],
    ['electron application/osclipboard;format="text/html"', Buffer.from(html)],
    ['electron application/osclipboard;format="text/rtf"', Buffer.from('{\\rtf1 }')],
    ['image/png', randomBytes(1_000_000)],
    ['electron application/osclipboard;format="image/bmp"', randomBytes(1_000)],
    ['electron application/osclipboard;format="chromium/x-web-custom-data"', randomBytes(50)],
  ]);
  const items = Object.fromEntries(
    [...formats].map(([type, bytes]) => [type, new Blob([bytes as BlobPart])]),
  );
  await electron.clipboard.write([new electron.ClipboardItem(items)]);
  const saved = await clipboard.save();
  await lend({ kind: 'text', text: 'reply' });
  expect(await clipboard.restore(saved)).toBe('restored');
  const again = await clipboard.save();
  expect([...again.formats.keys()].sort()).toEqual(
    ['UTF8_STRING', 'chromium/x-web-custom-data', 'image/png', 'text/html', 'text/rtf'].sort(),
  );
  for (const [name, bytes] of saved.formats) {
    expect(Buffer.compare(again.formats.get(name) ?? new Uint8Array(), bytes)).toBe(0);
  }
  expect(await read('text/html')).toBe(html);
});

test('a picture that another program copied in pieces is saved whole', async () => {
  const png = randomBytes(6_000_000);
  await copyAs('image/png', png);
  const saved = await clipboard.save();
  expect(Buffer.compare(saved.formats.get('image/png') ?? new Uint8Array(), png)).toBe(0);
});

test('a second loan inside a first one gives back what lay beneath both', async () => {
  await copyAs('UTF8_STRING', Buffer.from('before'));
  await clipboard.save();
  const first = await lend({ kind: 'text', text: 'one' });
  const waiting = first.waitUntilRead(target, 20_000);
  const saved = await clipboard.save();
  const second = await lend({ kind: 'text', text: 'two' });
  expect(await waiting).toBe('changed');
  expect([first.isOurs(), second.isOurs()]).toEqual([false, true]);
  expect(await read('UTF8_STRING')).toBe('two');
  expect(await clipboard.restore(saved)).toBe('restored');
  expect(await read('UTF8_STRING')).toBe('before');
});

test('a loan that ended without being given back is an ordinary copy', async () => {
  (await lend({ kind: 'text', text: 'left there' })).end();
  expect((await clipboard.save()).text).toBe('left there');
  expect(await read('UTF8_STRING')).toBe('left there');
});

test('an owner that never answers is given up, and that is said at the end', async () => {
  const owner = desktop.start('xclip', ['-quiet', '-i', '-selection', 'clipboard', '/dev/null']);
  // Nobody has an empty text: without an owner, reading fails.
  await eventually('xclip to own the clipboard', async () => {
    return (await read('UTF8_STRING').catch(() => 'nothing')) === '';
  });
  owner.kill('SIGSTOP');
  const saved = await clipboard.save();
  expect(saved).toMatchObject({ text: null, complete: false });
  await lend({ kind: 'text', text: 'reply' });
  expect(await clipboard.restore(saved)).toBe('not-restorable');
  await desktop.stop(owner);
});

test('a copy that is made in the very moment in which the clipboard is given back stays', async () => {
  await copyAs('UTF8_STRING', Buffer.from('before'));
  const saved = await clipboard.save();
  await lend({ kind: 'text', text: 'reply' });
  const copied = copyAs('UTF8_STRING', Buffer.from('newer'));
  // Giving back again and again until the copy is there meets it at every stage.
  let outcome = await clipboard.restore(saved);
  while (outcome === 'restored') {
    await new Promise((resolve) => setImmediate(resolve));
    outcome = await clipboard.restore(saved);
  }
  await copied;
  expect(outcome).toBe('kept-newer');
  expect(await read('UTF8_STRING')).toBe('newer');
});

test('what was given back goes on to Electron when a page of ours is about to paste it', async () => {
  expect(clipboard.handOver()).toBeNull();
  await copyAs('UTF8_STRING', Buffer.from('before'));
  const saved = await clipboard.save();
  await lend({ kind: 'text', text: 'reply' });
  expect(clipboard.handOver()).toBeNull();
  await clipboard.restore(saved);
  await clipboard.handOver();
  expect(await read('UTF8_STRING')).toBe('before');
  expect(clipboard.handOver()).toBeNull();
});

test('a copy made after the clipboard was given back is left to whoever made it', async () => {
  const saved = await clipboard.save();
  await lend({ kind: 'text', text: 'reply' });
  await clipboard.restore(saved);
  await copyAs('UTF8_STRING', Buffer.from('newer'));
  expect(clipboard.handOver()).toBeNull();
  expect(await read('UTF8_STRING')).toBe('newer');
});

test('a copy whose key was pressed before the clipboard was given back, and that comes after, is taken', async () => {
  const program = new XConnection(desktop.display);
  const window = program.createMessageWindow(X.mask.propertyChange);
  const selection = program.atom('CLIPBOARD');
  const saved = await clipboard.save();
  await lend({ kind: 'text', text: 'reply' });
  const clock = () => {
    program.setProperty(window, program.atom('CLOCK'), X.atom.integer, 32, Buffer.alloc(4));
    program.sync();
    return program.nextEvent()?.readUInt32LE(12) ?? 0;
  };
  const keyPressedAt = clock();
  await eventually('the clock to go on', async () => clock() > keyPressedAt);
  expect(
    await clipboard.restore({ ...saved, formats: new Map([['UTF8_STRING', Buffer.from('before')]]) }),
  ).toBe('restored');
  program.setSelectionOwner(window, selection, keyPressedAt);
  expect(program.selectionOwner(selection)).toBe(window);
  program.close();
});
