import { expect } from 'vitest';
import type {
  ImportedPart,
  ImportedReply,
  ReadOutcome,
} from '../../../../src/main/import-export/read/imported.ts';
import { hasHidden } from '../../../../src/shared/domain/hidden-characters.ts';
import type { Part } from '../../../../src/shared/domain/reply.ts';
import { draftProblems, normalizeDraft } from '../../../../src/shared/domain/reply-draft.ts';
import type { Fate } from './hostile-file.ts';

export function fateOf(outcome: ReadOutcome): Fate {
  return outcome.ok ? 'read' : outcome.error.kind;
}

/** Expects one clear outcome: a problem with its name, or replies of which each can be stored or says why not. */
export function expectClear(outcome: ReadOutcome): void {
  if (!outcome.ok) {
    if ('name' in outcome.error) expect(outcome.error.name).not.toBe('');
    return;
  }
  const { replies, table } = outcome.value;
  expect(replies.length).toBeGreaterThan(0);
  for (const reply of replies) expectStorable(reply);
  if (table === null) return;
  expect(table.sample.length).toBeLessThanOrEqual(6);
  expect(table.mapping.columns.length).toBeLessThanOrEqual(500);
  for (const cell of table.sample.flat()) expect(cell.length).toBeLessThanOrEqual(80);
}

function expectStorable(reply: ImportedReply): void {
  expect(hasHidden(reply.title) || reply.categoryPath.some(hasHidden) || reply.tags.some(hasHidden)).toBe(
    false,
  );
  expect(reply.categoryPath.every((name) => name.length > 0 && name.length <= 100)).toBe(true);
  expect(reply.tags.every((tag) => tag.length > 0 && tag.length <= 60)).toBe(true);
  if (reply.skip !== null) return;
  const draft = normalizeDraft({
    libraryId: 'x',
    categoryId: null,
    title: reply.title,
    shortcode: reply.shortcode,
    variants: reply.variants.map((parts) => parts.map(storedPart)),
    tags: reply.tags,
    note: reply.note,
    validFrom: reply.validFrom,
    validUntil: reply.validUntil,
    successorId: null,
    nextIds: [],
    favourite: false,
  });
  expect(draftProblems(draft)).toEqual([]);
  for (const instant of [reply.validFrom, reply.validUntil]) {
    if (instant !== null) expect(new Date(instant).toISOString()).toBe(instant);
  }
}

function storedPart(part: ImportedPart): Part {
  if (part.kind === 'text') return part;
  const hash = '0'.repeat(64);
  return part.kind === 'image'
    ? { kind: 'image', hash, alt: part.alt }
    : { kind: 'file', hash, name: part.name };
}
