import type { Id } from '../../../shared/domain/reply.ts';
import { normalizeShortcode } from '../../../shared/domain/reply-draft.ts';

export type ShortcodeOwner = { id: Id; title: string };

export type ShortcodeCheck =
  | { kind: 'none' }
  | { kind: 'checking' }
  | { kind: 'free' }
  | { kind: 'taken'; by: ShortcodeOwner };

type Ask = (libraryId: Id, shortcode: string, except: Id | null) => Promise<ShortcodeOwner | null>;

/** Shorter than a pause after typing, longer than between two keys; in milliseconds. */
const pauseMs = 150;

/** Asks who has a shortcode, a little after the last key. An answer to an older question is never heard. */
export class ShortcodeChecker {
  private readonly ask: Ask;
  private readonly onCheck: (check: ShortcodeCheck) => void;
  private question = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ask: Ask, onCheck: (check: ShortcodeCheck) => void) {
    this.ask = ask;
    this.onCheck = onCheck;
  }

  check(libraryId: Id, shortcode: string, except: Id): void {
    this.stop();
    if (normalizeShortcode(shortcode) === null) {
      this.onCheck({ kind: 'none' });
      return;
    }
    const question = this.question;
    this.onCheck({ kind: 'checking' });
    this.timer = setTimeout(() => {
      this.ask(libraryId, shortcode, except).then(
        (by) => {
          if (question === this.question) this.onCheck(by ? { kind: 'taken', by } : { kind: 'free' });
        },
        // Saving checks again.
        () => {
          if (question === this.question) this.onCheck({ kind: 'none' });
        },
      );
    }, pauseMs);
  }

  /** Forgets the question that is under way. */
  stop(): void {
    this.question += 1;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
