import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startServer } from '../../support/x-server.ts';
import { until } from './poll.ts';

const execute = promisify(execFile);

const openboxConfig = fileURLToPath(new URL('../../host/openbox.xml', import.meta.url));

/** An X server of its own with a window manager: focus, hotkeys and clipboard belong to it alone. */
export type Display = {
  /** As in DISPLAY: `:3`. */
  name: string;
  /** The environment for programs that are to run on it. */
  env: NodeJS.ProcessEnv;
  /** Runs a program on the display to its end and returns what it printed, without the last line end. */
  run: (command: string, ...args: string[]) => Promise<string>;
  /** The id of the X window that has the focus, in decimal, or '' when none has it. */
  activeWindow: () => Promise<string>;
  /** Gives a window the focus and waits until it has it. */
  activate: (window: string) => Promise<void>;
  /** Saves a picture of the whole screen; the name's ending gives the format. */
  screenshot: (path: string) => Promise<void>;
  /** Ends the window manager and the server, and so every program on the display. */
  stop: () => Promise<void>;
};

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill();
    await once(child, 'exit');
  }
}

/** Starts a display. `size` is width and height in pixels: `1280x800`. */
export async function startDisplay(size = '1280x800'): Promise<Display> {
  const { server, name } = await startServer(size);
  const env: NodeJS.ProcessEnv = { ...process.env, DISPLAY: name, NO_AT_BRIDGE: '1' };
  delete env.WAYLAND_DISPLAY;

  const run = async (command: string, ...args: string[]) => {
    const { stdout } = await execute(command, args, { env, maxBuffer: 64 * 1024 * 1024 });
    return stdout.replace(/\n$/, '');
  };

  const openbox = spawn('openbox', ['--config-file', openboxConfig], { env, stdio: 'ignore' });
  await until(
    async () => (await run('xprop', '-root', '_NET_SUPPORTING_WM_CHECK')).includes('window id'),
    'openbox manages the display',
  );

  const activeWindow = () => run('xdotool', 'getactivewindow').catch(() => '');
  return {
    name,
    env,
    run,
    activeWindow,
    activate: async (window) => {
      await run('xdotool', 'windowactivate', window);
      await until(async () => (await activeWindow()) === window, `window ${window} has the focus`);
    },
    screenshot: async (path) => void (await run('import', '-window', 'root', path)),
    stop: async () => {
      await end(openbox);
      await end(server);
    },
  };
}

/** Splits the screen of a display into two monitors side by side, named L and R; returns a function that joins them again. */
export async function splitMonitors(display: Display): Promise<() => Promise<void>> {
  const geometry = await display.run('xdotool', 'getdisplaygeometry');
  const [width = 0, height = 0] = geometry.split(' ').map(Number);
  const half = width / 2;
  // Millimetres do not matter here, but the syntax wants them.
  await display.run('xrandr', '--setmonitor', 'L', `${half}/200x${height}/200+0+0`, 'screen');
  await display.run('xrandr', '--setmonitor', 'R', `${half}/200x${height}/200+${half}+0`, 'none');
  return async () => {
    await display.run('xrandr', '--delmonitor', 'L');
    await display.run('xrandr', '--delmonitor', 'R');
  };
}
