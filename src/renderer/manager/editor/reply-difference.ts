import type { Part, ReplyDraft } from '../../../shared/domain/reply.ts';
import { type Change, textDifference } from './text-difference.ts';

/** One thing that differs between two states of a reply. */
export type Difference =
  | { kind: 'text'; what: 'title' | 'note'; changes: Change[] }
  | { kind: 'value'; what: ValueField; before: string | null; after: string | null }
  | { kind: 'list'; what: 'tags' | 'next'; added: string[]; removed: string[]; moved: boolean }
  | { kind: 'variant'; change: 'added' | 'removed'; number: number; parts: Part[] }
  | { kind: 'part'; change: 'added' | 'removed'; variant: number; part: Part }
  | { kind: 'part-text'; variant: number; changes: Change[] }
  | { kind: 'part-named'; variant: number; before: Part; after: Part }
  | { kind: 'order'; variant: number };

export type ValueField = 'category' | 'shortcode' | 'validFrom' | 'validUntil' | 'successor' | 'favourite';

/** A state to compare, with its category by name, since ids mean nothing to a reader. */
export type Comparable = { content: ReplyDraft; categoryPath: readonly string[] };

/** Everything that differs, in the order of the form; empty when the states are the same. */
export function replyDifference(before: Comparable, after: Comparable): Difference[] {
  const a = before.content;
  const b = after.content;
  const value = (what: ValueField, from: string | null, to: string | null): Difference[] =>
    from === to ? [] : [{ kind: 'value', what, before: from, after: to }];
  const path = ({ categoryPath }: Comparable) => (categoryPath.length > 0 ? categoryPath.join(' › ') : null);
  const text = (what: 'title' | 'note'): Difference[] =>
    a[what] === b[what] ? [] : [{ kind: 'text', what, changes: textDifference(a[what], b[what]) }];
  return [
    ...text('title'),
    ...value('category', path(before), path(after)),
    ...value('shortcode', a.shortcode, b.shortcode),
    ...listDifference('tags', a.tags, b.tags),
    ...variantsDifference(a.variants, b.variants),
    ...text('note'),
    ...value('validFrom', a.validFrom, b.validFrom),
    ...value('validUntil', a.validUntil, b.validUntil),
    ...value('successor', a.successorId, b.successorId),
    ...listDifference('next', a.nextIds, b.nextIds),
    ...value('favourite', a.favourite ? 'yes' : 'no', b.favourite ? 'yes' : 'no'),
  ];
}

function listDifference(
  what: 'tags' | 'next',
  before: readonly string[],
  after: readonly string[],
): Difference[] {
  const added = after.filter((item) => !before.includes(item));
  const removed = before.filter((item) => !after.includes(item));
  const moved = added.length === 0 && removed.length === 0 && before.join('\n') !== after.join('\n');
  // Tags have no order that a reader cares for.
  if (added.length === 0 && removed.length === 0 && (!moved || what === 'tags')) return [];
  return [{ kind: 'list', what, added, removed, moved }];
}

function variantsDifference(before: readonly Part[][], after: readonly Part[][]): Difference[] {
  const differences: Difference[] = [];
  const count = Math.max(before.length, after.length);
  for (let index = 0; index < count; index += 1) {
    const from = before[index];
    const to = after[index];
    const number = index + 1;
    if (from && to) differences.push(...partsDifference(from, to, number));
    else if (to) differences.push({ kind: 'variant', change: 'added', number, parts: to });
    else if (from) differences.push({ kind: 'variant', change: 'removed', number, parts: from });
  }
  return differences;
}

/** Parts that are the same on both sides pair up; of the others, texts with texts and the same files in their order. */
function partsDifference(before: readonly Part[], after: readonly Part[], variant: number): Difference[] {
  const keys = (parts: readonly Part[]) => parts.map((part) => JSON.stringify(part));
  const [a, b] = [keys(before), keys(after)];
  if (a.join('\n') === b.join('\n')) return [];
  const leftA = rest(before, a, b);
  const leftB = rest(after, b, a);
  if (leftA.length === 0 && leftB.length === 0) return [{ kind: 'order', variant }];
  const differences: Difference[] = [];
  for (const part of leftA) {
    const partner = leftB.findIndex((candidate) => isPair(part, candidate));
    const other = leftB[partner];
    if (!other) {
      differences.push({ kind: 'part', change: 'removed', variant, part });
      continue;
    }
    leftB.splice(partner, 1);
    if (part.kind === 'text' && other.kind === 'text') {
      differences.push({ kind: 'part-text', variant, changes: textDifference(part.text, other.text) });
    } else {
      differences.push({ kind: 'part-named', variant, before: part, after: other });
    }
  }
  for (const part of leftB) differences.push({ kind: 'part', change: 'added', variant, part });
  return differences;
}

/** The parts that the other side has no equal for, each equal used once. */
function rest(parts: readonly Part[], keys: readonly string[], otherKeys: readonly string[]): Part[] {
  const left = [...otherKeys];
  return parts.filter((_part, index) => {
    const at = left.indexOf(keys[index] ?? '');
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

function isPair(a: Part, b: Part): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind === 'text' || b.kind === 'text' || a.hash === b.hash;
}
