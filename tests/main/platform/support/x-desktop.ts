import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../../../support/x-server.ts';
import { eventually } from './poll.ts';

const run = promisify(execFile);

/** A private X server with a window manager, and the programs that a test starts on it. */
export type XDesktop = {
  display: string;
  folder: string;
  environment: NodeJS.ProcessEnv;
  start(command: string, args: string[]): ChildProcess;
  /** Runs a command to its end and gives what it printed. */
  run(command: string, ...args: string[]): Promise<string>;
  /** Ends one program that `start` started. */
  stop(child: ChildProcess): Promise<void>;
  /** Waits for a window whose title matches and gives its number. */
  window(title: string): Promise<string>;
  /** Makes a window active and waits until it is. */
  activate(window: string): Promise<void>;
  close(): Promise<void>;
};

/** Starts Xvfb with openbox on it. */
export async function startDesktop(): Promise<XDesktop> {
  const { server, name: display } = await startServer('1280x800');
  const folder = mkdtempSync(join(tmpdir(), 'repartee-desktop-'));
  const children = new Set<ChildProcess>([server]);
  const environment = {
    ...process.env,
    DISPLAY: display,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_RUNTIME_DIR: folder,
    NO_AT_BRIDGE: '1',
    GTK_IM_MODULE: 'gtk-im-context-simple',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
  };

  function start(command: string, args: string[]): ChildProcess {
    // The server and its programs die with the test run, however that ends.
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], {
      env: environment,
      stdio: 'ignore',
    });
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  }

  async function stop(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // Killed outright the X server would leave its lock file behind.
    child.kill(child === server ? 'SIGTERM' : 'SIGKILL');
    await gone;
  }

  const output = async (command: string, ...args: string[]) =>
    (await run(command, args, { env: environment, maxBuffer: 64 * 1024 * 1024 })).stdout;

  start('openbox', ['--sm-disable', '--config-file', openboxConfig(folder)]);
  await eventually('openbox', async () => {
    const owner = await output('xprop', '-root', '_NET_SUPPORTING_WM_CHECK').catch(() => '');
    return owner.includes('window id');
  });

  return {
    display,
    folder,
    environment,
    start,
    stop,
    run: output,
    window: (title) =>
      eventually(`a window titled ${title}`, async () => {
        const found = await output('xdotool', 'search', '--onlyvisible', '--name', title).catch(() => '');
        return found.trim().split('\n').at(-1) || null;
      }),
    async activate(window) {
      await output('xdotool', 'windowactivate', '--sync', window);
      await eventually(`window ${window} active`, async () => {
        const active = await output('xdotool', 'getactivewindow').catch(() => '');
        const focused = await output('xdotool', 'getwindowfocus').catch(() => '');
        return active.trim() === window && focused.trim() === window;
      });
    },
    async close() {
      // The server last, else its programs print that they lost it.
      for (const child of [...children].reverse()) {
        await stop(child);
      }
      // Children of the programs may write there for a moment longer.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** An editor on an empty file, the stand-in for a chat's input box. */
export type Editor = {
  child: ChildProcess;
  window: string;
  /** Saves with Ctrl+S and waits until the file holds what is wanted. */
  expectText(wanted: string): Promise<void>;
  /** Saves with Ctrl+S after a character that only the test types, and gives the text. */
  text(): Promise<string>;
};

let editors = 0;

/** Opens mousepad; its window is active when the promise resolves. */
export async function openEditor(desktop: XDesktop): Promise<Editor> {
  editors += 1;
  const file = join(desktop.folder, `chat-${editors}.txt`);
  writeFileSync(file, '');
  const child = desktop.start('mousepad', ['--disable-server', file]);
  const window = await desktop.window(`chat-${editors}.txt`);
  await desktop.activate(window);

  const save = async () => {
    await desktop.activate(window);
    await desktop.run('xdotool', 'key', '--window', '0', 'ctrl+s');
  };

  return {
    child,
    window,
    async expectText(wanted) {
      await eventually(`the editor to hold ${JSON.stringify(wanted.slice(0, 80))}`, async () => {
        await save();
        return readFileSync(file, 'utf8').trimEnd() === wanted;
      }).catch((error) => {
        throw new Error(`${error.message}; it holds ${JSON.stringify(readFileSync(file, 'utf8'))}`);
      });
    },
    async text() {
      // The end mark comes after whatever was typed before it, so nothing can still be under way.
      await desktop.activate(window);
      await desktop.run('xdotool', 'key', 'ctrl+End', 'numbersign');
      await eventually('the end mark in the file', async () => {
        await save();
        return readFileSync(file, 'utf8').trimEnd().endsWith('#');
      });
      return readFileSync(file, 'utf8').trimEnd().slice(0, -1);
    },
  };
}

function openboxConfig(folder: string): string {
  const path = join(folder, 'openbox.xml');
  writeFileSync(
    path,
    `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse><focusLast>yes</focusLast></focus>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
</openbox_config>
`,
  );
  return path;
}
