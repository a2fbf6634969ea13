import { setTimeout as wait } from 'node:timers/promises';
import type { CopyOnlyReason, InsertAction, InsertOutcome } from '../shared/insert.ts';
import type {
  ClipboardContent,
  ClipboardDriver,
  ClipboardLoan,
  ClipboardSnapshot,
  RestoreOutcome,
} from './platform/clipboard/clipboard.ts';
import type { FocusDriver, TargetWindow } from './platform/focus/focus.ts';
import type { AppQuirk } from './platform/paste/app-quirks.ts';
import type { KeyDriver, KeyOutcome } from './platform/paste/keys.ts';
import type { Insertion } from './prepare-insertion.ts';
import { insertionText } from './prepare-insertion.ts';

/** What an insertion works with. */
export type InsertTools = {
  focus: FocusDriver;
  keys: KeyDriver;
  clipboard: ClipboardDriver;
  /** True on Wayland, where no window can be brought back and no key be pressed. */
  wayland: boolean;
  /** Longest wait for the target to read the clipboard, in milliseconds. */
  restoreDelayMs: number;
};

/** Where the reply goes: the window that had the focus when the hotkey came, and its app's rule. */
export type InsertTarget = { window: TargetWindow | null; quirk: AppQuirk };

/**
 * How long the target may take to come back to front. Window managers answer in well under 100 ms; a busy machine
 * has been seen to take 400 ms.
 */
const bringBackTimeoutMs = 2_000;

/**
 * Puts a prepared reply into the target, once the palette is hidden: bring the target back, then lend the clipboard part by part and paste,
 * then give the clipboard back. Whatever keeps the keys from being pressed leaves the text on the clipboard and says
 * why; no key is ever pressed in a window other than the target.
 * @param keysDone Called once the last key was pressed; from then on only the clipboard is waited for.
 */
export async function insertReply(
  tools: InsertTools,
  target: InsertTarget,
  insertion: Insertion,
  action: InsertAction,
  keysDone: () => void,
): Promise<InsertOutcome> {
  const refusedBefore = reasonToCopyOnly(tools, target, insertion, action);
  if (refusedBefore || target.window === null) {
    return copyOnly(tools, insertion, refusedBefore ?? 'no-target', 0);
  }
  const back = await tools.focus.bringBack(target.window, bringBackTimeoutMs);
  if (back !== 'front') {
    return copyOnly(tools, insertion, back === 'gone' ? 'target-gone' : 'focus-refused', 0);
  }
  await wait(target.quirk.settleMs);
  return pasteParts(tools, target.window, target.quirk, insertion, action === 'paste-and-send', keysDone);
}

/** Why the reply can only be copied, as far as that is known before anything is done. */
function reasonToCopyOnly(
  tools: InsertTools,
  target: InsertTarget,
  insertion: Insertion,
  action: InsertAction,
): CopyOnlyReason | null {
  if (action === 'copy') return 'asked';
  if (tools.wayland) return 'wayland';
  if (target.window === null) return 'no-target';
  if (target.window.elevated) return 'elevated-target';
  if (target.quirk.mode === 'copy-only') return 'paste-rule';
  // A typed line break is an Enter, and in a chat or a terminal that sends.
  const typedLines = target.quirk.mode === 'type' && insertionText(insertion.contents)?.includes('\n');
  return typedLines ? 'paste-rule' : null;
}

async function pasteParts(
  tools: InsertTools,
  target: TargetWindow,
  quirk: AppQuirk,
  insertion: Insertion,
  send: boolean,
  keysDone: () => void,
): Promise<InsertOutcome> {
  const { keys, restoreDelayMs } = tools;
  const borrowed = borrowClipboard(tools.clipboard);
  const last = insertion.contents.length - 1;
  for (const [index, content] of insertion.contents.entries()) {
    if (index > 0) await wait(quirk.gapMs);
    const pressed = await pastePart(tools, target, quirk, content, borrowed);
    if (pressed !== 'sent') {
      borrowed.end();
      return copyOnly(tools, insertion, keyReasons[pressed], index);
    }
    if (index === last && !send && insertion.caretFromEnd === null) keysDone();
    await borrowed.waitUntilRead(target, restoreDelayMs);
  }
  // The reply is in place: a caret or an Enter that could not be pressed any more changes nothing about that.
  const moreKeys = send || insertion.caretFromEnd !== null;
  if (moreKeys) await wait(quirk.gapMs);
  if (insertion.caretFromEnd !== null) await keys.pressLeft(target, insertion.caretFromEnd);
  const sent = send && (await keys.pressEnter(target)) === 'sent';
  keysDone();
  return { kind: 'pasted', sent, clipboard: await borrowed.giveBack() };
}

async function pastePart(
  tools: InsertTools,
  target: TargetWindow,
  quirk: AppQuirk,
  content: ClipboardContent,
  borrowed: BorrowedClipboard,
): Promise<KeyOutcome> {
  if (quirk.mode === 'type' && content.kind === 'text') {
    return tools.keys.typeText(target, content.text, quirk.gapMs);
  }
  if (!(await borrowed.lend(content))) return 'failed';
  return tools.keys.pressChord(target, quirk.chord);
}

const keyReasons: Record<Exclude<KeyOutcome, 'sent'>, CopyOnlyReason> = {
  'focus-lost': 'focus-lost',
  'no-permission': 'no-permission',
  'elevated-target': 'elevated-target',
  failed: 'keys-failed',
};

/** Leaves the reply on the clipboard for the agent: its text, or its first picture or file when it has no text. */
async function copyOnly(
  tools: InsertTools,
  insertion: Insertion,
  reason: CopyOnlyReason,
  partsPasted: number,
): Promise<InsertOutcome> {
  const text = insertionText(insertion.contents);
  const content = text === null ? insertion.contents[0] : ({ kind: 'text', text } as const);
  if (content) await tools.clipboard.copy(content);
  return { kind: 'copied', reason, partsPasted };
}

type BorrowedClipboard = {
  /** False when the clipboard cannot be had at this moment. */
  lend: (content: ClipboardContent) => Promise<boolean>;
  waitUntilRead: (target: TargetWindow, timeoutMs: number) => Promise<void>;
  end: () => void;
  giveBack: () => Promise<RestoreOutcome>;
};

/**
 * Borrows the clipboard for the parts of one reply. What somebody copies between or during the parts takes the place
 * of what was saved, so that the newest copy is what the agent finds at the end.
 */
function borrowClipboard(clipboard: ClipboardDriver): BorrowedClipboard {
  let saved: ClipboardSnapshot | null = null;
  let newer = false;
  let loan: ClipboardLoan | null = null;

  function noticeCopies(): void {
    if (loan === null || loan.isOurs()) return;
    loan.end();
    loan = null;
    saved = null;
    newer = true;
  }

  async function take(content: ClipboardContent): Promise<boolean> {
    saved ??= await clipboard.save();
    loan?.end();
    loan = await clipboard.lend(content);
    return loan !== null;
  }

  return {
    async lend(content) {
      noticeCopies();
      if (await take(content)) return true;
      // Somebody copied since it was saved: then that is what they get back.
      saved = null;
      return take(content);
    },
    async waitUntilRead(target, timeoutMs) {
      await loan?.waitUntilRead(target, timeoutMs);
    },
    end() {
      loan?.end();
    },
    async giveBack() {
      noticeCopies();
      loan?.end();
      const restored = loan === null || saved === null ? 'restored' : await clipboard.restore(saved);
      return newer ? 'kept-newer' : restored;
    },
  };
}
