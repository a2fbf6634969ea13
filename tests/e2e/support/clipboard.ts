import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import x11, { type XDisplay } from 'x11';
import { reply } from '../../host/desktop/connection.ts';
import type { Display } from './display.ts';
import { until } from './poll.ts';

const execute = promisify(execFile);
const xclip = ['-selection', 'clipboard'];

async function readTarget(display: Display, target: string): Promise<Buffer> {
  try {
    const { stdout } = await execute('xclip', [...xclip, '-t', target, '-o'], {
      env: display.env,
      encoding: 'buffer',
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout;
  } catch {
    // xclip fails when nobody owns the clipboard.
    return Buffer.alloc(0);
  }
}

/** The X window that owns the clipboard; 0 when none does. */
async function ownerOf(display: Display): Promise<number> {
  const { client } = await reply<XDisplay>((done) => x11.createClient({ display: display.name }, done));
  try {
    const clipboard = await reply<number>((done) => client.InternAtom(false, 'CLIPBOARD', done));
    return await reply<number>((done) => client.GetSelectionOwner(clipboard, done));
  } finally {
    client.terminate();
  }
}

/** Puts a payload on the clipboard from another program, as if it had been copied there. */
export async function setClipboard(
  display: Display,
  type: string,
  payload: string | Uint8Array,
): Promise<void> {
  const before = await ownerOf(display);
  const child = spawn('xclip', [...xclip, '-t', type, '-i'], {
    env: display.env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.end(payload);
  // The program goes on in the background, and may not own the clipboard yet when its first process ends.
  await once(child, 'exit');
  const expected = Buffer.from(payload);
  // The same payload may have been there before.
  await until(
    async () => (await ownerOf(display)) !== before && (await readTarget(display, type)).equals(expected),
    `the clipboard holds the ${type}`,
  );
}

/** Copies text, as if in another program. */
export function setClipboardText(display: Display, text: string): Promise<void> {
  return setClipboard(display, 'UTF8_STRING', text);
}

/** Copies a PNG picture, as if in another program. */
export function setClipboardPng(display: Display, png: Uint8Array): Promise<void> {
  return setClipboard(display, 'image/png', png);
}

/** The names of everything that the clipboard offers. */
export async function clipboardTypes(display: Display): Promise<string[]> {
  const targets = (await readTarget(display, 'TARGETS')).toString('utf8');
  return targets.split('\n').filter((target) => target !== '');
}

/** What another program gets when it pastes this type; empty when the clipboard does not offer it. */
export async function readClipboard(display: Display, type: string): Promise<Buffer> {
  // Some owners hand out what they have under any name.
  const isOffered = (await clipboardTypes(display)).includes(type);
  return isOffered ? readTarget(display, type) : Buffer.alloc(0);
}

/** The clipboard's text, or '' when there is none. */
export async function clipboardText(display: Display): Promise<string> {
  return (await readClipboard(display, 'UTF8_STRING')).toString('utf8');
}

/** The clipboard's picture as PNG, or an empty buffer when there is none. */
export function clipboardPng(display: Display): Promise<Buffer> {
  return readClipboard(display, 'image/png');
}
