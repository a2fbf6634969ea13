import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Display, startDisplay } from '../e2e/support/display.ts';
import { until } from '../e2e/support/poll.ts';
import { standIn as standInRuntime } from '../e2e/support/runtime.ts';
import { type FixtureApp, fixtureFolder, launchFixture } from './support/fixture-app.ts';

let display: Display;

beforeAll(async () => {
  display = await startDisplay();
});

afterAll(async () => {
  await display?.stop();
});

/** One that has ended keeps its line in /proc until its parent has asked for it, but no program. */
const isRunning = (pid: number) => existsSync(`/proc/${pid}/exe`);
const browserPid = (fixture: FixtureApp) => fixture.app.evaluate(() => standIn?.browserPid() ?? 0);

test('the app is named, versioned and placed by its package and the command line', async () => {
  const fixture = await launchFixture(display, { REPARTEE_STAND_IN_LOCALE: 'en-GB' });
  const about = await fixture.app.evaluate(({ app }) => ({
    name: app.getName(),
    version: app.getVersion(),
    userData: app.getPath('userData'),
    appPath: app.getAppPath(),
    locale: app.getLocale(),
    electron: process.versions.electron?.split('.')[0],
    chrome: Number(process.versions.chrome?.split('.')[0]) > 100,
  }));
  await fixture.close();
  expect(about).toEqual({
    name: 'Fixture',
    version: '1.2.3',
    userData: fixture.userData,
    appPath: fixtureFolder,
    locale: 'en-GB',
    electron: '45',
    chrome: true,
  });
});

test('a second start hands its arguments to the first and ends', async () => {
  const fixture = await launchFixture(display);
  const args = [`--user-data-dir=${fixture.userData}`, fixtureFolder, '--from-second'];
  const second = spawn(standInRuntime.executablePath, args, { env: display.env, stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  const { secondInstances } = await until(async () => {
    const seen = await fixture.seen();
    return seen.secondInstances.length > 0 ? seen : null;
  }, 'the first has heard of the second');
  await fixture.close();
  expect(code).toBe(3);
  expect(secondInstances).toHaveLength(1);
  expect(secondInstances[0]?.argv).toContain('--from-second');
  expect(secondInstances[0]?.data).toEqual({ from: 'fixture' });
});

test('synchronous calls stay right while a debugger asks for more of them', async () => {
  const fixture = await launchFixture(display);
  await display.run('xdotool', 'mousemove', '123', '45');
  const ask = () => fixture.app.evaluate(({ screen }) => screen.getCursorScreenPoint());
  const rows = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const points = [];
      for (let i = 0; i < 100; i += 1) {
        points.push(await ask());
      }
      return points;
    }),
  );
  await fixture.close();
  expect(new Set(rows.flat().map(({ x, y }) => `${x},${y}`))).toEqual(new Set(['123,45']));
});

test('metrics are those of real processes', async () => {
  const fixture = await launchFixture(display);
  const metrics = await fixture.app.evaluate(({ app }) => app.getAppMetrics());
  await fixture.close();
  const types = metrics.map(({ type }) => type);
  expect(types).toContain('Browser');
  expect(types).toContain('Tab');
  expect(metrics.every(({ memory }) => memory.peakWorkingSetSize >= memory.workingSetSize)).toBe(true);
  expect(Math.min(...metrics.map(({ memory }) => memory.workingSetSize))).toBeGreaterThan(1_000);
});

test('a utility process talks to the app', async () => {
  const fixture = await launchFixture(display);
  const answer = await fixture.app.evaluate(
    ({ utilityProcess }, modulePath) =>
      new Promise((resolve) => {
        const child = utilityProcess.fork(modulePath);
        child.on('message', (message) => {
          child.kill();
          resolve(message);
        });
        child.postMessage(20);
      }),
    `${fixtureFolder}/utility.cjs`,
  );
  await fixture.close();
  expect(answer).toBe(21);
});

test('quitting ends the browser', async () => {
  const fixture = await launchFixture(display);
  const pid = await browserPid(fixture);
  expect(isRunning(pid)).toBe(true);
  await fixture.close();
  await until(() => !isRunning(pid), 'the browser has ended');
});

test('a killed app takes its browser with it', async () => {
  const fixture = await launchFixture(display);
  const pid = await browserPid(fixture);
  fixture.app.process().kill('SIGKILL');
  await until(() => !isRunning(pid), 'the browser has ended');
  await rm(fixture.userData, { recursive: true, force: true });
});

test('a killed app leaves no lock behind', async () => {
  const first = await launchFixture(display);
  const pid = await browserPid(first);
  first.app.process().kill('SIGKILL');
  await once(first.app.process(), 'exit');
  await until(() => !isRunning(pid), 'the browser of the first and its windows are gone');
  const second = spawn(standInRuntime.executablePath, [`--user-data-dir=${first.userData}`, fixtureFolder], {
    env: display.env,
    stdio: 'ignore',
  });
  const windows = () => display.run('xdotool', 'search', '--class', 'content_shell').catch(() => '');
  await until(async () => (await windows()) !== '', 'the second start has opened its window');
  expect(second.exitCode).toBeNull();
  second.kill();
  await once(second, 'exit');
  await rm(first.userData, { recursive: true, force: true });
});

test('without a display it says so and ends', async () => {
  const child = spawn(standInRuntime.executablePath, [fixtureFolder], {
    env: { ...display.env, DISPLAY: ':9999' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += String(chunk);
  });
  const [code] = await once(child, 'close');
  expect(code).not.toBe(0);
  expect(output).toContain('Unable to open X display');
});
