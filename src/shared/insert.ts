import type { Id } from './domain/reply.ts';

/** What Enter and its relatives ask for. */
export type InsertAction =
  /** Hide, go back to the target, paste, give the clipboard back. */
  | 'paste'
  /** As `paste`, then press Enter, where the target app's rule allows it. */
  | 'paste-and-send'
  /** Paste, then come back with the palette still open. */
  | 'append'
  /** Leave the reply on the clipboard, press nothing. */
  | 'copy';

/** Why a reply was put on the clipboard instead of being pasted. */
export type CopyOnlyReason =
  | 'asked'
  | 'no-permission'
  | 'elevated-target'
  | 'wayland'
  | 'no-target'
  | 'target-gone'
  | 'focus-refused'
  | 'focus-lost'
  | 'paste-rule'
  | 'keys-failed';

/** Why nothing was done at all; the palette stays open and says so. */
export type RefusedReason =
  /** The reply was deleted meanwhile. */
  | 'not-found'
  /** The reply was changed after it was shown. */
  | 'changed'
  | 'expired'
  | 'not-yet-valid'
  | 'unfilled-fields'
  | 'unknown-placeholder'
  /** It holds characters that nobody sees, see `hidden-characters.ts`. */
  | 'hidden-characters'
  /** An edited text holds words that the shop forbids. */
  | 'blocked-words'
  | 'empty'
  | 'media-missing'
  | 'sending-not-allowed'
  /** Another paste is still under way and the queue is full. */
  | 'busy';

/** How an insertion ended. Every value has its words in the message catalogues. */
export type InsertOutcome =
  | {
      kind: 'pasted';
      sent: boolean;
      /** `kept-newer`: somebody copied meanwhile and that copy was left alone. */
      clipboard: 'restored' | 'kept-newer' | 'not-restorable';
    }
  | { kind: 'copied'; reason: CopyOnlyReason /** Parts pasted before it stopped. */; partsPasted: number }
  | {
      kind: 'refused';
      reason: RefusedReason /** Names of the fields or placeholders meant. */;
      names: string[];
    }
  | { kind: 'cancelled' };

/** What the palette sends when a reply is to be inserted. */
export type InsertRequest = {
  replyId: Id;
  /** The revision that was on screen; a different one in storage is refused as `changed`. */
  revision: number;
  variant: number;
  action: InsertAction;
  /** Values of the inline fields by placeholder name. */
  fields: Record<string, string>;
  /** Chosen option of each `{{choice:…}}`, in order of appearance over the whole variant. */
  choices: number[];
  /** Text of each text part after Ctrl+E, in order, for this one paste; null when not edited. */
  editedTexts: string[] | null;
};
