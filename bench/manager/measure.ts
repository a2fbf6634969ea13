import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import type { Wire } from '../../src/shared/ipc.ts';
import { windowPage } from '../../tests/e2e/support/app.ts';
import { until } from '../../tests/e2e/support/poll.ts';
import type { BenchApp, BenchStage } from '../loop/stage.ts';

/** Frames of one way through the list, and rows that each goes on by. */
const scrollFrames = 300;
const rowsPerFrame = 7;
const jumpCount = 40;

/** Resolves when the background check has seen every reply: it would take part in what is measured. */
export async function untilChecked({ library }: BenchStage): Promise<void> {
  const db = new Database(join(library.folder, 'repartee.db'), { readonly: true });
  const unchecked = db
    .prepare('SELECT count(*) FROM reply WHERE id NOT IN (SELECT reply_id FROM reply_lint)')
    .pluck();
  await until(async () => unchecked.get() === 0, 'every text is checked', 300_000);
  db.close();
}

/** Opens the manager as the palette does, and says when its first rows were in the document. */
export async function openWindow({
  running,
  palette,
}: BenchApp): Promise<{ page: Page; openMs: number; close: () => Promise<void> }> {
  const askedAt = Date.now();
  await palette.page.evaluate(() => {
    void (globalThis as unknown as { repartee: Wire }).repartee.call('openManager', 'list');
  });
  const page = await windowPage(running.app, 'manager');
  const paintedAt = await page.evaluate(rowsPainted);
  const window = await running.app.browserWindow(page);
  return {
    page,
    // Both clocks are the machine's.
    openMs: paintedAt - askedAt,
    close: async () => {
      await window.evaluate((manager) => manager.close());
      await until(() => page.isClosed(), 'the manager is closed');
    },
  };
}

/**
 * Times of the list for what a person asks of it, by a watch inside the page: from the click or the last letter until the
 * list is another one and the frame has been handed on.
 */
export async function measureLists(page: Page, runs: number): Promise<[string, number[]][]> {
  // The tour lies over the window at the first start.
  await page.keyboard.press('Escape');
  const search = page.getByRole('searchbox').first();
  const samples = new Map<string, number[]>();
  const note = (what: string, ms: number) => samples.set(what, [...(samples.get(what) ?? []), ms]);
  for (let run = 0; run < runs; run++) {
    for (const word of ['退款', 'fapiao', 'wl', '']) {
      const ready = page.evaluate(listChanged);
      await search.fill(word);
      note(word === '' ? 'search cleared → all rows' : `search “${word}” → rows`, await ready);
    }
  }
  return [...samples];
}

/** Scrolls the list evenly and then by leaps; times in milliseconds. */
export async function measureScrolling(page: Page): Promise<{ frames: number[]; jumps: number[] }> {
  const frames = await page.evaluate(scrollEvenly, [scrollFrames, rowsPerFrame] as const);
  const jumps = await page.evaluate(jumpAround, jumpCount);
  return { frames, jumps };
}

/*
 * The functions below run inside the page.
 */

/** Wall clock time at which the first row with words in it had been handed to the screen. */
function rowsPainted(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('.reply-row .row-title') === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(Date.now()));
    };
    look();
  });
}

/** Milliseconds from the next input until the list has other rows. */
function listChanged(): Promise<number> {
  return new Promise((resolve) => {
    const rows = () =>
      [...document.querySelectorAll('.reply-row')].map((row) => row.textContent).join('|') +
      (document.querySelector('.list-count')?.textContent ?? '');
    const before = rows();
    document.addEventListener(
      'input',
      () => {
        const from = performance.now();
        const look = () => {
          if (rows() === before) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(performance.now() - from));
        };
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
}

async function scrollEvenly([count, rows]: readonly [number, number]): Promise<number[]> {
  const list = document.querySelector('.reply-list') as HTMLElement;
  const row = document.querySelector('.reply-row') as HTMLElement;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const times: number[] = [];
  let last = await frame();
  for (let index = 0; index < count; index++) {
    list.scrollTop += rows * row.offsetHeight;
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times;
}

async function jumpAround(count: number): Promise<number[]> {
  const list = document.querySelector('.reply-list') as HTMLElement;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const height = (document.querySelector('.reply-row') as HTMLElement).offsetHeight;
  const times: number[] = [];
  for (let index = 1; index <= count; index++) {
    // Steps of the golden ratio visit the list evenly and never the same place twice.
    const place = Math.floor(((index * 0.618034) % 1) * (list.scrollHeight - list.clientHeight));
    const from = performance.now();
    list.scrollTop = place;
    const wanted = Math.ceil(place / height) + 2;
    const isThere = () => document.querySelector(`#reply-row-${wanted} .row-title`) !== null;
    while (!isThere()) await frame();
    times.push(performance.now() - from);
  }
  return times;
}
