import type { TargetWindow } from '../focus/focus.ts';

/** One part of a reply, ready for the clipboard. Images are PNG bytes. Files are absolute paths. */
export type ClipboardContent =
  | { kind: 'text'; text: string }
  | { kind: 'image'; png: Uint8Array }
  | { kind: 'files'; paths: string[] };

/** What was on the clipboard, in every format that can be put back. Opaque; lives in memory only. */
export type ClipboardSnapshot = { readonly formats: ReadonlyMap<string, Uint8Array> };

/** A lent clipboard: it holds our content until somebody else copies or it is given back. */
export type ClipboardLoan = {
  /**
   * Resolves with `read` once the target has read the content (X11), else with `waited` after `timeoutMs`
   * or with `changed` as soon as somebody copied something.
   */
  waitUntilRead(target: TargetWindow, timeoutMs: number): Promise<'read' | 'waited' | 'changed'>;
  /** True while nobody has copied anything since. */
  isOurs(): boolean;
  /** Ends the loan without touching the clipboard's content. */
  end(): void;
};

export type ClipboardDriver = {
  /** Saves what can be put back. */
  save(): ClipboardSnapshot;
  /** Puts `content` on the clipboard, marked so that clipboard managers leave it out where the system has such marks. */
  lend(content: ClipboardContent): ClipboardLoan;
  /** Puts a saved clipboard back, or empties it when it was empty. */
  restore(snapshot: ClipboardSnapshot): void;
  /** Leaves `content` on the clipboard for the agent, as an ordinary copy. */
  copy(content: ClipboardContent): void;
  close(): void;
};
