import type { TargetWindow } from '../focus/focus.ts';

/** One part of a reply, ready for the clipboard. Images are PNG bytes. Files are absolute paths. */
export type ClipboardContent =
  | { kind: 'text'; text: string }
  | { kind: 'image'; png: Uint8Array }
  | { kind: 'files'; paths: string[] };

/** What was on the clipboard, in every format that can be put back. Lives in memory only. */
export type ClipboardSnapshot = {
  /** By names that only the driver knows. */
  readonly formats: ReadonlyMap<string, Uint8Array>;
  /** The text among them, for the `{{clipboard}}` placeholder; null when there is none. */
  readonly text: string | null;
  /** False when the owner did not give its content in time, so that some or all of it is missing here. */
  readonly complete: boolean;
};

export const emptySnapshot: ClipboardSnapshot = { formats: new Map(), text: null, complete: true };

/** `not-restorable`: what lay there could not be read before the loan, so there is nothing to put back. */
export type RestoreOutcome = 'restored' | 'kept-newer' | 'not-restorable';

/** True for a snapshot of something that was there and could not be read at all. */
export function isNotRestorable(snapshot: ClipboardSnapshot): boolean {
  return !snapshot.complete && snapshot.formats.size === 0;
}

/** The text that was on the clipboard, empty when there was none. */
export function snapshotText(snapshot: ClipboardSnapshot): string {
  return snapshot.text ?? '';
}

/** A lent clipboard: it holds our content until somebody else copies or it is given back. */
export type ClipboardLoan = {
  /**
   * Call it right after the keys were pressed. Resolves with `read` once the target has read the content and asks for
   * no more of it (X11), else with `waited` after `timeoutMs` or with `changed` as soon as somebody copied something.
   */
  waitUntilRead(target: TargetWindow, timeoutMs: number): Promise<'read' | 'waited' | 'changed'>;
  /** True while nobody has copied anything since, nor a later loan has taken its place. */
  isOurs(): boolean;
  /** Ends the loan without touching the clipboard's content. */
  end(): void;
};

/**
 * Reading somebody else's clipboard and Electron's own clipboard are asynchronous, hence the promises. All calls of
 * one insertion are made one after the other; a second insertion may begin while the loan of a first is open.
 */
export type ClipboardDriver = {
  /** Saves what can be put back. While a loan is open this is what lay there before the loan. */
  save(): Promise<ClipboardSnapshot>;
  /**
   * Puts `content` on the clipboard, marked so that clipboard managers leave it out where the system has such marks.
   * Null when somebody else holds the clipboard or copied in the same moment: paste would insert their content.
   */
  lend(content: ClipboardContent): Promise<ClipboardLoan | null>;
  /**
   * Puts a saved clipboard back, or empties it when it was empty. `kept-newer` when somebody else copied something
   * since the loan: their copy stays.
   */
  restore(snapshot: ClipboardSnapshot): Promise<RestoreOutcome>;
  /** Leaves `content` on the clipboard for the agent, as an ordinary copy. */
  copy(content: ClipboardContent): Promise<void>;
  /**
   * Leaves what was given back to Electron's clipboard. Null when the driver holds nothing. Needed before a page of ours
   * pastes: there Chromium waits for the holder on the very thread on which the driver would answer.
   */
  handOver(): Promise<void> | null;
  close(): void;
};
