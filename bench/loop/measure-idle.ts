import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { X, type XWindow } from '../../src/main/platform/native/x-connection.ts';
import { chooseRuntime } from '../../tests/e2e/support/runtime.ts';
import { type ProcessFacts, processActivity, processFacts, processTree } from './processes.ts';
import { type BenchStage, hotkey } from './stage.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** After the last opening: what it has left behind (garbage, timers that end) is not idle yet. */
const settleMs = 5_000;

/** A process at rest: CPU milliseconds and voluntary context switches, each per second. */
export type IdleProcess = ProcessFacts & {
  cpuMsPerSecond: number;
  wakeupsPerSecond: number;
  /** Of which its main thread, where the app's own code runs. */
  mainThreadWakeupsPerSecond: number;
  /** The threads that woke up, with their wake-ups per second. */
  busyThreads: Record<string, number>;
};

/** Presses the hotkey until the app has answered to it once, then closes the palette. */
async function openOnce({ desk }: BenchStage, target: XWindow): Promise<void> {
  const isOpen = () => desk.active() !== X.none && desk.active() !== target && !desk.hasKeyboard(target);
  for (let attempt = 0; !isOpen(); attempt++) {
    if (attempt === 20) throw new Error('The app did not answer to its hotkey.');
    await desk.press(hotkey);
    await desk.when(isOpen, 'the palette has the focus', 1_000).catch(() => {});
  }
  await delay(500);
  await desk.press('Escape');
  await desk.when(() => desk.hasKeyboard(target), 'the target has the keyboard again');
}

async function watch(pids: readonly number[], seconds: number): Promise<IdleProcess[]> {
  const before = new Map(pids.map((pid) => [pid, processActivity(pid)]));
  const from = performance.now();
  await delay(seconds * 1_000);
  const passed = (performance.now() - from) / 1_000;

  return pids.flatMap((pid) => {
    const was = before.get(pid);
    const is = processActivity(pid);
    const facts = processFacts(pid);
    if (was === undefined || facts.rssMb === 0) return [];
    const rates = [...is.wakeups].map(
      ([thread, count]) => [thread, (count - (was.wakeups.get(thread) ?? 0)) / passed] as const,
    );
    return {
      ...facts,
      cpuMsPerSecond: (is.cpuMs - was.cpuMs) / passed,
      wakeupsPerSecond: rates.reduce((sum, [, rate]) => sum + rate, 0),
      mainThreadWakeupsPerSecond: rates.find(([thread]) => thread === 'main thread')?.[1] ?? 0,
      busyThreads: Object.fromEntries(rates.filter(([, rate]) => rate > 0)),
    };
  });
}

/**
 * Starts the app by itself, without Playwright, whose emulated focus keeps a caret blinking in the hidden page; opens and closes
 * the palette once and watches every process of the app for `seconds`.
 */
export async function measureIdle(
  stage: BenchStage,
  target: XWindow,
  seconds: number,
): Promise<IdleProcess[]> {
  const { display, library } = stage;
  const { executablePath } = chooseRuntime();
  const args = [`--user-data-dir=${library.folder}`, '--lang=zh-CN', projectRoot];
  const app: ChildProcess = spawn(executablePath, args, { env: display.env, stdio: 'ignore' });
  try {
    await openOnce(stage, target);
    await delay(settleMs);
    return await watch(processTree(app.pid ?? 0), seconds);
  } finally {
    app.kill('SIGKILL');
    await once(app, 'exit');
  }
}
