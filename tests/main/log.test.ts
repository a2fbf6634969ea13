import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog, type LogFields } from '../../src/main/log.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = () => readFileSync(join(folder, 'repartee.log'), 'utf8');
const lines = () =>
  text()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a line says when, how grave, what, and its fields', () => {
  createLog(folder).warn('insert', { kind: 'copied', code: 'focus-refused', app: '微信', ms: 41, ok: false });
  const [line] = lines();
  expect(line).toMatchObject({
    level: 'warn',
    event: 'insert',
    kind: 'copied',
    code: 'focus-refused',
    app: '微信',
    ms: 41,
    ok: false,
  });
  expect(new Date(line.time).toISOString()).toBe(line.time);
});

test('a line is in the file as soon as the call returns', () => {
  const log = createLog(join(folder, 'new/logs'));
  log.info('start', { version: '0.1.0' });
  expect(readFileSync(join(folder, 'new/logs/repartee.log'), 'utf8')).toContain('"start"');
});

describe('content', () => {
  test.each(['text', 'title', 'query', 'clipboard', 'message', 'path'])(
    'has no way in through a field named %s',
    (name) => {
      createLog(folder).info('search', { [name]: 'secret' } as LogFields);
      expect(text()).not.toContain('secret');
      expect(text()).not.toContain(name);
    },
  );

  test('in a field that is not listed does not compile', () => {
    // @ts-expect-error: the list of fields is closed.
    createLog(folder).info('search', { query: 'secret' });
    expect(text()).not.toContain('secret');
  });

  test.each([
    ['a sentence', { kind: '亲，您的订单已发货' }],
    ['words with spaces', { code: 'your order has been sent' }],
    ['several lines as a program', { app: 'chat\nsecret' }],
    ['a long text as a program', { app: 'x'.repeat(41) }],
  ])('%s in an allowed field is struck out', (_what, fields) => {
    createLog(folder).info('insert', fields);
    expect(Object.values(lines()[0])).toContain('?');
    expect(text()).not.toMatch(/订单|order|secret|xxx/);
  });

  test('as the name of an event is struck out', () => {
    createLog(folder).info('您好 secret', {});
    expect(lines()[0].event).toBe('?');
  });

  test('nested in a field is dropped', () => {
    createLog(folder).info('insert', { kind: { text: 'secret' } } as unknown as LogFields);
    expect(text()).not.toContain('secret');
  });
});

describe('rotation', () => {
  const fill = (bytes: number) => writeFileSync(join(folder, 'repartee.log'), 'x'.repeat(bytes));

  test('starts another file before one grows past 1 MB', () => {
    fill(1024 * 1024 - 10);
    createLog(folder).info('start', {});
    expect(statSync(join(folder, 'repartee.1.log')).size).toBe(1024 * 1024 - 10);
    expect(lines()).toHaveLength(1);
  });

  test('keeps three files', () => {
    const log = createLog(folder);
    const manyLines = 40_000;
    for (let count = 0; count < manyLines; count += 1) log.info('tick', { count, kind: 'x'.repeat(60) });
    expect(readdirSync(folder).sort()).toEqual(['repartee.1.log', 'repartee.2.log', 'repartee.log']);
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1024 * 1024);
    }
    expect(lines().at(-1).count).toBe(manyLines - 1);
  });

  test('goes on in the file of the last start', () => {
    createLog(folder).info('start', { count: 1 });
    createLog(folder).info('start', { count: 2 });
    expect(lines().map(({ count }) => count)).toEqual([1, 2]);
  });
});

test('a log that cannot be written does not stop the app', () => {
  const log = createLog(folder);
  rmSync(folder, { recursive: true });
  log.error('backup-failed', {});
  expect(existsSync(folder)).toBe(false);
});

describe('a crash', () => {
  /** Lets the watching log see `error` as if nobody had caught it. */
  function crash(event: 'uncaughtException' | 'unhandledRejection', error: unknown): unknown[] {
    const told: unknown[] = [];
    const stop = createLog(folder).watchCrashes((reason) => told.push(reason));
    process.listeners(event as 'uncaughtException').at(-1)?.(error as Error, event as 'uncaughtException');
    stop();
    return told;
  }

  test('is written down with its class, code and place, without its message', () => {
    const error = Object.assign(new RangeError('reply "secret"\n    at secret:1:1'), {
      code: 'SQLITE_FULL',
    });
    expect(crash('uncaughtException', error)).toEqual([error]);
    const [line] = lines();
    expect(line).toMatchObject({ event: 'uncaught-exception', kind: 'RangeError', code: 'SQLITE_FULL' });
    expect(line.at[0]).toMatch(/^log\.test\.ts:\d+:\d+$/);
    expect(text()).not.toContain('secret');
  });

  test('by a rejected promise with something that is no error is written down too', () => {
    crash('unhandledRejection', 'secret');
    expect(lines()[0]).toMatchObject({ event: 'unhandled-rejection', kind: 'string' });
    expect(text()).not.toContain('secret');
  });

  test('is no longer watched after the end of the watch', () => {
    const before = process.listenerCount('uncaughtException');
    createLog(folder).watchCrashes()();
    expect(process.listenerCount('uncaughtException')).toBe(before);
  });
});
