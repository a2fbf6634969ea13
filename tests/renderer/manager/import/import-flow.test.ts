import { expect, test } from 'vitest';
import {
  afterApply,
  afterPreview,
  completeMapping,
  type ImportFlow,
  stepsOf,
  whilePreviewing,
  withField,
} from '../../../../src/renderer/manager/import/import-flow.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { done, preview, unsurePreview } from '../dialogs-gallery/samples.ts';

const source = { number: 1, names: ['话术.xlsx'] };
const reading: ImportFlow = { step: 'reading', names: source.names };
const mapping: ImportFlow = {
  step: 'mapping',
  table: unsurePreview.table as NonNullable<typeof unsurePreview.table>,
  problem: null,
  busy: false,
};
const previewing: ImportFlow = { step: 'preview', preview, problem: null, busy: false, stale: false };

test('a source that is understood goes straight to its preview', () => {
  expect(afterPreview(reading, ok(preview), 'source')).toMatchObject({ step: 'preview', stale: false });
});

test('an unsure reader asks for the columns, but not again once they were seen', () => {
  expect(afterPreview(reading, ok(unsurePreview), 'source').step).toBe('mapping');
  expect(afterPreview(mapping, ok(unsurePreview), 'mapping').step).toBe('preview');
});

test('a table without a body asks for the columns whenever it turns up', () => {
  const problem = { kind: 'no-body-column', name: '话术.xlsx', preview: unsurePreview.table } as const;
  for (const flow of [reading, mapping]) {
    expect(afterPreview(flow, err(problem), 'source')).toMatchObject({ step: 'mapping', problem });
  }
});

test('a source that cannot be read goes back to choosing and says why', () => {
  const problem = { kind: 'password', name: '话术.xlsx' } as const;
  expect(afterPreview(reading, err(problem), 'source')).toEqual({ step: 'choose', problem });
});

test('a reading that the person stopped is no problem to tell', () => {
  expect(afterPreview(reading, err({ kind: 'cancelled' }), 'source')).toEqual({
    step: 'choose',
    problem: null,
  });
});

test('while another choice is compared the old rows stay on screen and cannot be imported', () => {
  const waiting = whilePreviewing(previewing, source, 'choice');
  expect(waiting).toMatchObject({ step: 'preview', preview, busy: true, stale: true });
  expect(afterPreview(waiting, ok(preview), 'choice')).toMatchObject({ busy: false, stale: false });
  expect(afterPreview(waiting, err({ kind: 'busy' }), 'choice')).toMatchObject({
    step: 'preview',
    busy: false,
    stale: true,
    problem: { kind: 'busy' },
  });
});

test('columns that cannot be read stay on screen with the reason', () => {
  expect(afterPreview(mapping, err({ kind: 'unexpected' }), 'mapping')).toMatchObject({
    step: 'mapping',
    problem: { kind: 'unexpected' },
  });
});

test('an import that failed shows the preview again, which has to be compared anew', () => {
  expect(afterApply(preview, ok(done))).toEqual({ step: 'done', preview, done });
  expect(afterApply(preview, err({ kind: 'storage', code: 'ENOSPC' }))).toMatchObject({
    step: 'preview',
    stale: true,
    problem: { code: 'ENOSPC' },
  });
});

test('the columns are a step only for tables, to the end', () => {
  const ofTable = ['choose', 'mapping', 'preview', 'done'];
  expect(stepsOf(previewing)).toEqual({ steps: ofTable, at: 2 });
  expect(stepsOf({ step: 'applying', preview })).toEqual({ steps: ofTable, at: 2 });
  expect(stepsOf({ step: 'done', preview, done })).toEqual({ steps: ofTable, at: 3 });
  const plain: ImportFlow = { ...previewing, preview: { ...preview, table: null } };
  expect(stepsOf(plain)).toEqual({ steps: ['choose', 'preview', 'done'], at: 1 });
  expect(stepsOf({ ...plain, step: 'applying' })).toEqual({ steps: ['choose', 'preview', 'done'], at: 1 });
});

test('a field belongs to one column, except for those that several may hold', () => {
  const start = { sheet: 0, headerRow: 0, splitVariants: false, columns: ['title', 'body', 'tags'] as const };
  const table = { ...start, columns: [...start.columns] };
  expect(withField(table, 0, 'body').columns).toEqual(['body', 'ignore', 'tags']);
  expect(withField(table, 0, 'tags').columns).toEqual(['tags', 'body', 'tags']);
});

test('columns beyond those that the reader named are left out until the person says otherwise', () => {
  const table = {
    ...(unsurePreview.table as NonNullable<typeof unsurePreview.table>),
    mapping: { sheet: 0, headerRow: 0, splitVariants: false, columns: [] },
  };
  expect(completeMapping(table).columns).toEqual(Array(5).fill('ignore'));
});
