import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { X, type XWindow } from '../../src/main/platform/native/x-connection.ts';
import { until } from '../../tests/e2e/support/poll.ts';
import type { BenchStage } from './stage.ts';

/** Milliseconds that another program took to show its window, by the way that is named. */
export type PeerSamples = { name: string; how: string; version: string; samples: number[] };

const restMs = 200;
const mapNotify = 19;

function isInstalled(program: string): boolean {
  return spawnSync('which', [program], { stdio: 'ignore' }).status === 0;
}

function firstLine(program: string, ...args: string[]): string {
  return spawnSync(program, args, { encoding: 'utf8' }).stdout.split('\n')[0]?.trim() ?? '';
}

/** CopyQ, whose server keeps its window ready as our app does; a command of its own opens it. */
export async function measureCopyq(
  { desk, display }: BenchStage,
  target: XWindow,
  runs: number,
): Promise<PeerSamples | null> {
  if (!isInstalled('copyq')) return null;
  const folder = await mkdtemp(join(tmpdir(), 'repartee-copyq-'));
  const env = {
    ...display.env,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_RUNTIME_DIR: folder,
    HOME: folder,
    QT_QPA_PLATFORM: 'xcb',
  };
  const server = spawn('copyq', [], { env, stdio: 'ignore' });
  const run = async (...args: string[]) => {
    const client = spawn('copyq', args, { env, stdio: 'ignore' });
    await once(client, 'exit');
  };
  try {
    await until(() => spawnSync('copyq', ['eval', '1'], { env }).status === 0, 'the server of CopyQ answers');
    const samples: number[] = [];
    for (let index = 0; index <= runs; index++) {
      await delay(restMs);
      const startedAt = performance.now();
      const shown = run('show');
      const focusedAt = await desk.when(
        () => desk.active() !== X.none && !desk.hasKeyboard(target) && desk.active() !== target,
        'the window of CopyQ has the focus',
      );
      await shown;
      // The first opening builds the window.
      if (index > 0) samples.push(focusedAt - startedAt);
      await run('hide');
      desk.raise(target);
      await desk.when(() => desk.hasKeyboard(target), 'the target has the keyboard again');
    }
    return {
      name: 'CopyQ',
      how: '`copyq show` started → its window has the focus',
      version: firstLine('copyq', '--version'),
      samples,
    };
  } finally {
    await run('exit');
    server.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** rofi, a menu that is started for each use, with as many entries as our library has replies. */
export async function measureRofi(
  { desk, display, library }: BenchStage,
  target: XWindow,
  runs: number,
): Promise<PeerSamples | null> {
  if (!isInstalled('rofi')) return null;
  const { x } = desk;
  x.selectEvents(x.root, X.mask.substructureNotify);
  const wasMapped = () => {
    for (let event = x.nextEvent(); event !== null; event = x.nextEvent()) {
      if ((event.readUInt8(0) & 0x7f) === mapNotify) return true;
    }
    return false;
  };
  const samples: number[] = [];
  for (let index = 0; index <= runs; index++) {
    await delay(restMs);
    x.sync();
    x.discardEvents();
    const startedAt = performance.now();
    const menu = spawn('rofi', ['-dmenu', '-no-lazy-grab'], {
      env: display.env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    // It is ended while it still reads.
    menu.stdin.on('error', () => {});
    menu.stdin.end(library.titles.join('\n'));
    const mappedAt = await desk.when(wasMapped, 'the window of rofi is shown');
    if (index > 0) samples.push(mappedAt - startedAt);
    const exited = once(menu, 'exit');
    menu.kill();
    await exited;
    await desk.when(() => desk.hasKeyboard(target), 'the target has the keyboard again');
  }
  x.selectEvents(x.root, 0);
  return {
    name: 'rofi',
    how: `\`rofi -dmenu\` started with ${library.titles.length} entries → its window is shown`,
    version: firstLine('rofi', '-version'),
    samples,
  };
}
