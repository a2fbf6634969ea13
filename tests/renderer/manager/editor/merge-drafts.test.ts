import { expect, test } from 'vitest';
import { mergeDrafts } from '../../../../src/renderer/manager/editor/merge-drafts.ts';
import { emptyDraft } from '../../../../src/shared/domain/reply-draft.ts';

const base = { ...emptyDraft('library', 'c1'), title: '退货', tags: ['售后'] };

test('changes in different fields are both kept', () => {
  const merged = mergeDrafts(base, { ...base, title: '怎么退货' }, { ...base, categoryId: 'c2', tags: [] });
  expect(merged.conflicts).toEqual([]);
  expect(merged.draft).toEqual({ ...base, title: '怎么退货', categoryId: 'c2', tags: [] });
});

test('different changes of the same field are a conflict, in which mine is kept', () => {
  const merged = mergeDrafts(base, { ...base, title: '甲' }, { ...base, title: '乙', note: '新' });
  expect(merged.conflicts).toEqual(['title']);
  expect(merged.draft).toEqual({ ...base, title: '甲', note: '新' });
});

test('the same change on both sides is no conflict', () => {
  expect(mergeDrafts(base, { ...base, title: '甲' }, { ...base, title: '甲' }).conflicts).toEqual([]);
});

test('both ends of the validity belong together', () => {
  const mine = { ...base, validFrom: '2026-01-01T00:00:00.000Z' };
  const theirs = { ...base, validUntil: '2025-01-01T00:00:00.000Z' };
  expect(mergeDrafts(base, mine, theirs).conflicts).toEqual(['validFrom', 'validUntil']);
});
