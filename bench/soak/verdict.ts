import type { PastedPart } from '../../tests/e2e/support/targets/chat-page.ts';
import type { BenchReply } from '../loop/library.ts';
import type { Disturbance } from './plan.ts';

/** What a loop left behind. */
export type Aftermath = {
  /** As the app has written it down: `pasted`, `copied:target-gone` …; null when it inserted nothing. */
  outcome: string | null;
  /** What the target window has received, in order; null when it is closed. */
  inTarget: PastedPart[] | null;
  /** What all other windows have received. */
  elsewhere: PastedPart[];
  /** What the clipboard holds: what the user copied before the loop, during it, the reply, or something else. */
  clipboard: 'before' | 'newer' | 'reply' | 'other';
  /** The text that the user copied during the loop, if any. */
  newerText: string | null;
};

/**
 * A broken promise, or `missed`: a reply, or a part of one, that did not arrive although nothing stood in its way. Nothing wrong
 * was inserted then, and the agent sees it.
 */
export type Violation = 'wrong-window' | 'wrong-text' | 'lost-clipboard' | 'missed';

function isSamePart(part: PastedPart, wanted: BenchReply['parts'][number] | undefined): boolean {
  if (wanted === undefined) return false;
  if (part.kind === 'text') return wanted.kind === 'text' && part.text === wanted.text;
  return wanted.kind === 'image' && part.width === wanted.width && part.height === wanted.height;
}

/** True when `received` are the parts of `reply` from the first one on; all of them when `whole`. */
function isReply(received: readonly PastedPart[], reply: BenchReply, whole: boolean): boolean {
  if (whole ? received.length !== reply.parts.length : received.length > reply.parts.length) return false;
  return received.every((part, index) => isSamePart(part, reply.parts[index]));
}

function isPartOf(part: PastedPart, reply: BenchReply): boolean {
  return reply.parts.some((wanted) => isSamePart(part, wanted));
}

/** True when `received` are parts of `reply` in their order, with some left out. */
function isInOrder(received: readonly PastedPart[], reply: BenchReply): boolean {
  let next = 0;
  for (const wanted of reply.parts) {
    const part = received[next];
    if (part !== undefined && isSamePart(part, wanted)) next += 1;
  }
  return next === received.length;
}

/**
 * Whether the user's own copy slipped in between the key and the target's reading, some milliseconds: the target inserts
 * their copy in place of a part, or nothing. Nobody could keep a paste from inserting what is on the clipboard.
 */
export function isOvertaken({ newerText, inTarget, clipboard }: Aftermath, reply: BenchReply): boolean {
  if (newerText === null || inTarget === null || clipboard !== 'newer') return false;
  if (inTarget.length > reply.parts.length || isReply(inTarget, reply, true)) return false;
  return inTarget.every((part) => (part.kind === 'text' && part.text === newerText) || isPartOf(part, reply));
}

function clipboardIsRight(disturbance: Disturbance, { outcome, clipboard }: Aftermath): boolean {
  // What could not be pasted is left on the clipboard, for the agent to paste.
  if (outcome?.startsWith('copied:')) return clipboard === 'reply' || clipboard === 'newer';
  return clipboard === (disturbance.kind === 'copy' ? 'newer' : 'before');
}

/** Every promise that the loop broke; none when all is well. */
export function judge(disturbance: Disturbance, reply: BenchReply, after: Aftermath): Violation[] {
  const violations: Violation[] = [];
  const pasted = after.outcome === 'pasted';
  if (after.elsewhere.length > 0) violations.push('wrong-window');
  if (after.inTarget !== null && !isOvertaken(after, reply) && !isReply(after.inTarget, reply, pasted)) {
    const isIncomplete = pasted && isInOrder(after.inTarget, reply);
    violations.push(isIncomplete ? 'missed' : 'wrong-text');
  }
  if (after.outcome === null && (after.inTarget ?? []).length > 0) violations.push('wrong-text');
  if (!clipboardIsRight(disturbance, after)) violations.push('lost-clipboard');
  if (disturbance.kind === 'none' && !pasted) violations.push('missed');
  return [...new Set(violations)];
}
