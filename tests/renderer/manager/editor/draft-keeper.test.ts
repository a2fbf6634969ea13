import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  DraftKeeper,
  flushDrafts,
  type KeepState,
} from '../../../../src/renderer/manager/editor/draft-keeper.ts';
import { emptyDraft } from '../../../../src/shared/domain/reply-draft.ts';
import type { ActionProblem } from '../../../../src/shared/library-action.ts';
import { err, ok, type Result } from '../../../../src/shared/result.ts';

type Answer = Result<null, ActionProblem>;

/** Writes drafts down; each write waits until it is let through. */
function writer() {
  const written: string[] = [];
  const waiting: ((answer: Answer) => void)[] = [];
  const write = (words: string) =>
    new Promise<Answer>((resolve) => {
      waiting.push((answer) => {
        if (answer.ok) written.push(words);
        resolve(answer);
      });
    });
  return {
    written,
    waiting,
    calls: {
      saveDraft: (_id: string, _revision: number | null, draft: { title: string }) => write(draft.title),
      discardDraft: () => write('discarded'),
    },
    async letThrough(answer: Answer = ok(null)) {
      waiting.shift()?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

const draft = (title: string) => ({ draft: { ...emptyDraft('library', null), title }, revision: 1 });

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('only the last of several changes is written, after a pause', async () => {
  const { calls, waiting, written, letThrough } = writer();
  const keeper = new DraftKeeper('one', calls);
  keeper.keep(draft('退'));
  keeper.keep(draft('退货'));
  await vi.advanceTimersByTimeAsync(299);
  expect(waiting).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  await letThrough();
  expect(written).toEqual(['退货']);
});

test('a change during a write is written after it, never beside it', async () => {
  const { calls, waiting, written, letThrough } = writer();
  const keeper = new DraftKeeper('one', calls);
  keeper.keep(draft('甲'));
  await vi.advanceTimersByTimeAsync(300);
  keeper.keep(draft('乙'));
  await vi.advanceTimersByTimeAsync(300);
  expect(waiting).toHaveLength(1);
  await letThrough();
  await letThrough();
  expect(written).toEqual(['甲', '乙']);
});

test('flushing writes at once and waits for every keeper', async () => {
  const { calls, written, letThrough } = writer();
  new DraftKeeper('one', calls).keep(draft('甲'));
  new DraftKeeper('two', calls).keep(draft('乙'));
  let done = false;
  const flushed = flushDrafts().then(() => {
    done = true;
  });
  await letThrough();
  expect(done).toBe(false);
  await letThrough();
  await flushed;
  expect(written).toEqual(['甲', '乙']);
});

test('a failed write is said, kept, and written with the next flush', async () => {
  const states: KeepState[] = [];
  const { calls, written, letThrough } = writer();
  const keeper = new DraftKeeper('one', calls, (state) => states.push(state));
  keeper.keep(draft('甲'));
  await vi.advanceTimersByTimeAsync(300);
  await letThrough(err({ kind: 'storage', code: 'SQLITE_FULL' }));
  expect(states).toEqual(['waiting', 'failed']);
  const flushed = flushDrafts();
  await letThrough();
  await flushed;
  expect(written).toEqual(['甲']);
  expect(states.at(-1)).toBe('kept');
});

test('settling forgets what is not written and waits for what is being written', async () => {
  const { calls, written, letThrough } = writer();
  const keeper = new DraftKeeper('one', calls);
  keeper.keep(draft('甲'));
  await vi.advanceTimersByTimeAsync(300);
  keeper.keep(draft('乙'));
  let settled = false;
  const settling = keeper.settle().then(() => {
    settled = true;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(settled).toBe(false);
  await letThrough();
  await settling;
  await flushDrafts();
  expect(written).toEqual(['甲']);
});
