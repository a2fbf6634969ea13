import { setTimeout as delay } from 'node:timers/promises';
import type { Statement } from 'better-sqlite3';
import type { X11Formats } from '../../src/main/platform/clipboard/x11-formats.ts';
import { textOfFormats } from '../loop/desk-clipboard.ts';
import type { BenchReply } from '../loop/library.ts';
import { type BenchApp, type BenchStage, hotkey } from '../loop/stage.ts';
import { makeCopy, whoseContent } from './copies.ts';
import type { LoopPlan } from './plan.ts';
import type { Targets } from './targets.ts';
import type { Aftermath } from './verdict.ts';

/** The last line of the app's paste log: it is written when an insertion has ended, clipboard and all. */
export type LastPaste = Statement<[], { id: number; outcome: string }>;

export type SoakSurroundings = {
  stage: BenchStage;
  app: BenchApp;
  targets: Targets;
  lastPaste: LastPaste;
};

/** An insertion whose target does not read the clipboard ends after five seconds. */
const outcomeTimeoutMs = 9_000;

/** With every core busy the palette has been seen to take a second and a half to close. */
const leaveTimeoutMs = 9_000;

/** An agent whose Enter did nothing looks at the palette for at least this long. */
const secondEnterMs = 400;

/** How long a part may take from the app's word "pasted" until the page has it, decoded. */
const arrivalPatienceMs = 2_000;

/** After a loop that pastes nothing: a key that goes astray has arrived by then. */
const strayMs = 30;

/**
 * How the insertion ended that began after the one with the number `after`. An Enter that came before the results of what was
 * typed pastes nothing if they turn out to be others; the agent looks and presses it again.
 */
async function untilOutcome(
  { stage: { desk }, app: { palette }, lastPaste }: SoakSurroundings,
  after: number,
): Promise<string | null> {
  const deadline = performance.now() + outcomeTimeoutMs;
  let nextEnter = performance.now() + secondEnterMs;
  while (performance.now() < deadline) {
    const last = lastPaste.get();
    if (last !== undefined && last.id > after) return last.outcome;
    if (performance.now() > nextEnter && desk.hasKeyboard(palette.window)) {
      nextEnter = performance.now() + secondEnterMs;
      await desk.press('Return');
    }
    await delay(3);
  }
  return null;
}

/** Presses Esc until the palette has the keyboard no more. */
async function leavePalette({ stage: { desk }, app: { palette } }: SoakSurroundings): Promise<void> {
  const deadline = performance.now() + leaveTimeoutMs;
  while (performance.now() < deadline) {
    const isGone = await desk
      .when(() => !desk.hasKeyboard(palette.window), 'the palette is gone', 150)
      .then(() => true)
      .catch(() => false);
    if (isGone) return;
    await desk.press('Escape');
  }
  throw new Error('The palette does not close.');
}

/** Plays one loop with real keys and says what it left behind. `serial` makes what is copied different each time. */
export async function playLoop(
  around: SoakSurroundings,
  plan: LoopPlan,
  reply: BenchReply,
  serial: number,
): Promise<Aftermath> {
  const { stage, app, targets, lastPaste } = around;
  const { desk, clipboard } = stage;
  const { disturbance } = plan;
  const target = targets.window(plan.window);
  const otherIndex = (plan.window + 1) % targets.count;
  const other = targets.window(otherIndex);
  const before = makeCopy(plan.copied, serial);
  let newer: X11Formats | null = null;

  desk.raise(target);
  await desk.when(() => desk.active() === target && desk.hasKeyboard(target), 'the target has the keyboard');
  clipboard.copy(before);
  const logged = lastPaste.get()?.id ?? 0;

  let outcome: string | null = null;
  await desk.press(hotkey);
  if (disturbance.kind === 'hotkey-twice') {
    await delay(disturbance.delayMs);
    await desk.press(hotkey);
    await delay(100);
    await leavePalette(around);
  } else {
    await desk.when(() => desk.hasKeyboard(app.palette.window), 'the palette has the keyboard');
    desk.type(reply.shortcode);
    if (disturbance.kind === 'escape') {
      await leavePalette(around);
    } else if (disturbance.kind === 'other-raised-early') {
      desk.raise(other);
      await desk.when(() => desk.hasKeyboard(other), 'the other window has the keyboard');
    } else {
      await delay(plan.enterAfterMs);
      await desk.press('Return');
      if (disturbance.kind !== 'none') await delay(disturbance.delayMs);
      if (disturbance.kind === 'other-raised') desk.raise(other);
      if (disturbance.kind === 'target-closed') await targets.closeWindow(plan.window);
      if (disturbance.kind === 'copy') {
        newer = makeCopy('text', -serial);
        clipboard.copy(newer);
      }
      outcome = await untilOutcome(around, logged);
      if (outcome === null) await leavePalette(around);
    }
  }

  const expected = outcome === 'pasted' ? reply.parts.length : 0;
  if (expected === 0) await delay(strayMs);
  const [inTarget, elsewhere] = await Promise.all([
    targets.collect(plan.window, expected, arrivalPatienceMs),
    targets.collect(otherIndex, 0, 0),
  ]);
  const held = await clipboard.read();
  if (inTarget === null) await targets.reopen(plan.window);
  return {
    outcome,
    inTarget,
    elsewhere: elsewhere ?? [],
    clipboard: whoseContent(held, before, newer, reply),
    newerText: newer === null ? null : textOfFormats(newer),
  };
}
