import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createX11Loan, type X11Loan } from '../../../../src/main/platform/clipboard/x11-loan.ts';
import type { TargetWindow } from '../../../../src/main/platform/focus/focus.ts';

/** Windows of one client differ in their last digit. */
const sameClient = (one: number, other: number) => Math.trunc(one / 10) === Math.trunc(other / 10);
const target = { id: '11' } as TargetWindow;
const REQUESTOR = 12;
const OTHER_CLIENT = 21;

let loan: X11Loan;
let transferring: boolean;
let outcome: string | null;

beforeEach(() => {
  vi.useFakeTimers();
  transferring = false;
  outcome = null;
  loan = createX11Loan(sameClient, () => transferring, false);
});

afterEach(() => {
  vi.useRealTimers();
});

function wait(timeoutMs: number): void {
  void loan.waitUntilRead(target, timeoutMs).then((value) => {
    outcome = value;
  });
}

test('the target has read once it asks for nothing more', async () => {
  wait(5_000);
  loan.served(REQUESTOR);
  await vi.advanceTimersByTimeAsync(90);
  expect(outcome).toBeNull();
  await vi.advanceTimersByTimeAsync(20);
  expect(outcome).toBe('read');
});

test('a question for the formats after the reading means that more may be read', async () => {
  wait(5_000);
  loan.served(REQUESTOR);
  for (let round = 0; round < 5; round += 1) {
    await vi.advanceTimersByTimeAsync(15);
    loan.asked(REQUESTOR);
  }
  await vi.advanceTimersByTimeAsync(90);
  expect(outcome).toBeNull();
  await vi.advanceTimersByTimeAsync(20);
  expect(outcome).toBe('read');
});

test('a target that is slow between its questions gets several times as long', async () => {
  wait(5_000);
  await vi.advanceTimersByTimeAsync(60);
  loan.served(REQUESTOR);
  await vi.advanceTimersByTimeAsync(290);
  expect(outcome).toBeNull();
  loan.served(REQUESTOR);
  await vi.advanceTimersByTimeAsync(1_400);
  expect(outcome).toBeNull();
  await vi.advanceTimersByTimeAsync(100);
  expect(outcome).toBe('read');
});

test('a text that was read once may be read again by the page behind the browser', async () => {
  loan = createX11Loan(sameClient, () => transferring, true);
  wait(5_000);
  loan.served(REQUESTOR);
  await vi.advanceTimersByTimeAsync(490);
  expect(outcome).toBeNull();
  loan.served(REQUESTOR);
  await vi.advanceTimersByTimeAsync(2_010);
  expect(outcome).toBe('read');
});

test('a question for the formats alone is no reading', async () => {
  wait(1_000);
  loan.asked(REQUESTOR);
  await vi.advanceTimersByTimeAsync(999);
  expect(outcome).toBeNull();
  await vi.advanceTimersByTimeAsync(2);
  expect(outcome).toBe('waited');
});

test('a transfer in pieces is not cut off', async () => {
  wait(5_000);
  transferring = true;
  loan.served(REQUESTOR);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(outcome).toBeNull();
  transferring = false;
  await vi.advanceTimersByTimeAsync(110);
  expect(outcome).toBe('read');
});

test('what others read before, during or after says nothing', async () => {
  loan.served(REQUESTOR);
  wait(1_000);
  loan.served(OTHER_CLIENT);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(outcome).toBe('waited');
});

test('a copy by somebody else ends the waiting at once', async () => {
  wait(5_000);
  loan.served(REQUESTOR);
  loan.lost();
  await vi.advanceTimersByTimeAsync(0);
  expect(outcome).toBe('changed');
  expect(loan.isOurs()).toBe(false);
  expect(await loan.waitUntilRead(target, 5_000)).toBe('changed');
});
