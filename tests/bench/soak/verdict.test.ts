import { expect, test } from 'vitest';
import type { BenchReply } from '../../../bench/loop/library.ts';
import type { Disturbance } from '../../../bench/soak/plan.ts';
import { type Aftermath, isOvertaken, judge } from '../../../bench/soak/verdict.ts';
import type { PastedPart } from '../../../tests/e2e/support/targets/chat-page.ts';

const reply: BenchReply = {
  shortcode: 'baa',
  title: 'A reply',
  parts: [
    { kind: 'text', text: 'Look:' },
    { kind: 'image', width: 60, height: 40 },
    { kind: 'text', text: 'There.' },
  ],
};
const text = (content: string): PastedPart => ({ kind: 'text', text: content });
const picture: PastedPart = { kind: 'image', type: 'image/png', width: 60, height: 40, sha256: '' };
const whole = [text('Look:'), picture, text('There.')];

const undisturbed: Disturbance = { kind: 'none' };
const copying: Disturbance = { kind: 'copy', delayMs: 5 };
const good: Aftermath = {
  outcome: 'pasted',
  inTarget: whole,
  elsewhere: [],
  clipboard: 'before',
  newerText: null,
};

test('a whole reply in its window and the clipboard as before: nothing is broken', () => {
  expect(judge(undisturbed, reply, good)).toEqual([]);
});

test('anything in another window is in the wrong one', () => {
  expect(judge(undisturbed, reply, { ...good, elsewhere: [text('x')] })).toEqual(['wrong-window']);
});

test('another text, one too many or another order is wrong', () => {
  for (const inTarget of [
    [text('Look!'), picture, text('There.')],
    [...whole, text('There.')],
    whole.toReversed(),
  ]) {
    expect(judge(undisturbed, reply, { ...good, inTarget })).toEqual(['wrong-text']);
  }
});

test('a part that never came is missed, not wrong', () => {
  expect(judge(undisturbed, reply, { ...good, inTarget: [text('Look:'), picture] })).toEqual(['missed']);
});

test('a reply that was only copied though nothing stood in the way is missed', () => {
  const after: Aftermath = { ...good, outcome: 'copied:focus-lost', inTarget: [], clipboard: 'reply' };
  expect(judge(undisturbed, reply, after)).toEqual(['missed']);
  expect(judge({ kind: 'other-raised', delayMs: 3 }, reply, after)).toEqual([]);
});

test('a clipboard that is not what it was is lost', () => {
  expect(judge(undisturbed, reply, { ...good, clipboard: 'reply' })).toEqual(['lost-clipboard']);
});

test('what the user copied meanwhile must be there at the end', () => {
  const newer: Aftermath = { ...good, newerText: 'mine', clipboard: 'newer' };
  expect(judge(copying, reply, newer)).toEqual([]);
  expect(judge(copying, reply, { ...newer, clipboard: 'before' })).toEqual(['lost-clipboard']);
});

test('a copy in place of a part is nobody’s fault, and is counted', () => {
  const after: Aftermath = {
    ...good,
    inTarget: [text('mine'), picture, text('There.')],
    newerText: 'mine',
    clipboard: 'newer',
  };
  expect(isOvertaken(after, reply)).toBe(true);
  expect(judge(copying, reply, after)).toEqual([]);
});

test('keys that arrive where nothing was inserted are wrong', () => {
  const after: Aftermath = { ...good, outcome: null, inTarget: [text('input: baa')] };
  expect(judge({ kind: 'escape' }, reply, after)).toEqual(['wrong-text']);
});
