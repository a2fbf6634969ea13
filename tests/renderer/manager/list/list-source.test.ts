import { expect, test } from 'vitest';
import {
  createListSource,
  type ListCalls,
  type ListSource,
  PAGE_SIZE,
  rowAt,
} from '../../../../src/renderer/manager/list/list-source.ts';
import { emptyChoice, queryOf } from '../../../../src/renderer/manager/list/list-view-state.ts';
import type { ListQuery, ReplyRow } from '../../../../src/shared/contract/library-calls.ts';

const queryFor = (text: string): ListQuery => queryOf({ kind: 'all' }, { ...emptyChoice, text });

/** Lists of 1,000 rows whose ids tell the search and the index; opening waits for `let`. */
function setUp() {
  const opened: string[] = [];
  const read: [number, number][] = [];
  const gates: (() => void)[] = [];
  let failing = false;
  const calls: ListCalls = {
    async openList(query) {
      await new Promise<void>((go) => gates.push(go));
      if (failing) throw new Error('no library');
      opened.push(query.text);
      return { number: opened.length, total: 1_000, checking: null };
    },
    async readRows(view, from, count) {
      read.push([view, from]);
      return Array.from(
        { length: count },
        (_, at) => ({ id: `${opened[view - 1]}-${from + at}` }) as ReplyRow,
      );
    },
  };
  const source = createListSource(calls);
  return {
    source,
    opened,
    read,
    fail: () => {
      failing = true;
    },
    let: () => gates.shift()?.(),
  };
}

/** Resolves when the list satisfies `wanted`. */
function until(source: ListSource, wanted: () => boolean): Promise<void> {
  if (wanted()) return Promise.resolve();
  return new Promise((done) => {
    const stop = source.subscribe(() => {
      if (!wanted()) return;
      stop();
      done();
    });
  });
}

test('a list shows its first rows at once when it is open', async () => {
  const { source, let: go } = setUp();
  source.open(queryFor('a'));
  go();
  await until(source, () => !source.snapshot().opening);
  expect(source.snapshot().view.total).toBe(1_000);
  expect(rowAt(source.snapshot(), 0)?.id).toBe('a-0');
  expect(rowAt(source.snapshot(), 500)).toBeUndefined();
});

test('of searches typed while one runs only the last is made', async () => {
  const { source, opened, let: go } = setUp();
  source.open(queryFor('a'));
  source.open(queryFor('ab'));
  source.open(queryFor('abc'));
  go();
  await Promise.resolve();
  await new Promise((done) => setImmediate(done));
  go();
  await until(source, () => source.snapshot().query?.text === 'abc');
  expect(opened).toEqual(['a', 'abc']);
});

test('rows that come in sight are read once, page by page', async () => {
  const { source, read, let: go } = setUp();
  source.open(queryFor('a'));
  go();
  await until(source, () => !source.snapshot().opening);
  read.length = 0;
  source.show(PAGE_SIZE * 5, PAGE_SIZE * 6 + 1);
  source.show(PAGE_SIZE * 5, PAGE_SIZE * 6 + 1);
  await until(source, () => rowAt(source.snapshot(), PAGE_SIZE * 6) !== undefined);
  expect(read).toEqual([
    [1, PAGE_SIZE * 5],
    [1, PAGE_SIZE * 6],
  ]);
});

test('the same list opened anew reads the rows in sight before it shows them', async () => {
  const { source, let: go } = setUp();
  source.open(queryFor('a'));
  go();
  await until(source, () => !source.snapshot().opening);
  source.show(PAGE_SIZE * 3, PAGE_SIZE * 3 + 20);
  source.open(queryFor('a'));
  const seen: boolean[] = [];
  source.subscribe(() => {
    if (source.snapshot().view.number === 2) seen.push(rowAt(source.snapshot(), PAGE_SIZE * 3) !== undefined);
  });
  go();
  await until(source, () => source.snapshot().view.number === 2);
  expect(seen).not.toContain(false);
});

test('a list that cannot be opened says so and can be tried again', async () => {
  const { source, fail, let: go } = setUp();
  fail();
  source.open(queryFor('a'));
  go();
  await until(source, () => source.snapshot().failed);
  expect(source.snapshot().opening).toBe(false);
});
