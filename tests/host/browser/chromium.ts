import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection } from './cdp.ts';

/**
 * Chromium's content_shell: the same engine as the browser, in windows that hold nothing but the page. Where Debian's package
 * chromium-shell puts it, or as REPARTEE_CONTENT_SHELL says.
 */
export const contentShell = process.env.REPARTEE_CONTENT_SHELL ?? '/usr/lib/chromium/chromium-shell';

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--force-color-profile=srgb',
  '--ozone-platform=x11',
  '--password-store=basic',
  '--remote-debugging-pipe',
  '--content-shell-hide-toolbar',
];

type TargetInfo = { targetId: string; type: string; url: string; openerId?: string };

/** A page and the X window that shows it. */
export type BrowserPage = { targetId: string; window: number };

export type Browser = {
  pid: number;
  cdp: CdpConnection;
  /** Opens a further top-level window with an empty page and returns its target. */
  openPage: () => Promise<string>;
  /** The page of the window that content_shell opens by itself. */
  firstPage: () => Promise<string>;
  kill: () => void;
};

function reportDevToolsAddress(stderr: Readable, isAskedFor: boolean): void {
  createInterface({ input: stderr }).on('line', (line) => {
    // Playwright waits for this line on our own stderr; content_shell writes it in any case.
    if ((isAskedFor && line.startsWith('DevTools listening')) || process.env.REPARTEE_STAND_IN_DEBUG) {
      process.stderr.write(`${line}\n`);
    }
  });
}

function end(child: ChildProcess, profile: string): void {
  child.kill('SIGKILL');
  // Its other processes may write there for a moment longer.
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** Starts the browser; it dies with this process, however that ends. */
export function startBrowser(extraSwitches: readonly string[], onExit: () => void): Browser {
  const profile = mkdtempSync(join(tmpdir(), 'stand-in-profile-'));
  const command = [contentShell, ...switches, ...extraSwitches, `--data-path=${profile}`, 'about:blank'];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...command], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const isAskedFor = extraSwitches.some((given) => given.startsWith('--remote-debugging-port'));
  reportDevToolsAddress(child.stderr as Readable, isAskedFor);

  const cdp = new CdpConnection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  child.on('exit', () => {
    cdp.close();
    onExit();
  });

  const firstPage = Promise.withResolvers<string>();
  cdp.on<{ targetInfo: TargetInfo }>('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type === 'page' && targetInfo.openerId === undefined) {
      firstPage.resolve(targetInfo.targetId);
    }
  });

  // What a page opens by itself, which no app of ours allows. Closed as it is created it would leave the opener waiting for it.
  cdp.on<{ targetInfo: TargetInfo }>(
    'Target.targetInfoChanged',
    ({ targetInfo: { targetId, openerId, url } }) => {
      if (openerId !== undefined && url !== '' && url !== 'about:blank') {
        cdp.send('Target.closeTarget', { targetId }).catch(() => {});
      }
    },
  );

  return {
    pid: child.pid ?? 0,
    cdp,
    firstPage: async () => {
      await cdp.send('Target.setDiscoverTargets', { discover: true });
      return firstPage.promise;
    },
    openPage: async () => {
      const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', {
        url: 'about:blank',
        newWindow: true,
      });
      return targetId;
    },
    kill: () => end(child, profile),
  };
}
