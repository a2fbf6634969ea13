import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection, type CdpSession } from './cdp.ts';

/** The whole browser, of the same source and version as content_shell, which cannot print. */
const chromium = process.env.REPARTEE_CHROMIUM ?? '/usr/lib/chromium/chromium';

const switches = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
];

/**
 * Loads a page in a headless browser of its own and prints it.
 * @param prepare Told of the page before it loads, to put the app's protocols between it and the network.
 * @param options Those of `Page.printToPDF`.
 */
export async function printPage(
  url: string,
  prepare: (page: CdpSession) => Promise<void>,
  options: Record<string, unknown>,
): Promise<Buffer> {
  const profile = mkdtempSync(join(tmpdir(), 'stand-in-printer-'));
  const command = [chromium, ...switches, `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...command], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const cdp = new CdpConnection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  child.once('exit', () => cdp.close());
  try {
    const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
    const page = await cdp.attach(targetId);
    await page.send('Page.enable');
    await prepare(page);
    const loaded = new Promise<void>((resolve) => page.on('Page.loadEventFired', () => resolve()));
    await page.send('Page.navigate', { url });
    await loaded;
    const { data } = await page.send<{ data: string }>('Page.printToPDF', options);
    return Buffer.from(data, 'base64');
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
