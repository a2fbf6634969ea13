import { expect, test } from 'vitest';
import {
  firstLibrary,
  firstScope,
  requestedReplies,
  scopes,
} from '../../../../src/renderer/manager/export/export-scope.ts';
import { query, tree } from '../dialogs-gallery/samples.ts';

const unfiltered = { ...query, categoryId: null, text: ' ' };

test('a selection is what is meant, else a filtered list, else the library', () => {
  expect(firstScope({ tree, query, total: 4, selected: ['a'] })).toBe('selected');
  expect(firstScope({ tree, query, total: 4, selected: [] })).toBe('list');
  expect(firstScope({ tree, query: unfiltered, total: 4, selected: [] })).toBe('library');
  expect(firstScope({ tree, query: { ...unfiltered, scope: 'trash' }, total: 4, selected: [] })).toBe('list');
});

test('a selection is offered only when there is one, each with how many replies it has', () => {
  expect(scopes({ tree, query, total: 4, selected: [] }, 'team')).toEqual([
    { kind: 'list', count: 4 },
    { kind: 'library', count: 1_204 },
  ]);
  expect(scopes({ tree, query, total: 4, selected: ['a', 'b'] }, 'own')[0]).toEqual({
    kind: 'selected',
    count: 2,
  });
});

test('the list’s own library comes first, else the first one', () => {
  expect(firstLibrary({ tree, query: { ...query, libraryId: 'team' }, total: 0, selected: [] })).toBe('team');
  expect(firstLibrary({ tree, query: { ...query, libraryId: null }, total: 0, selected: [] })).toBe('own');
});

test('each scope asks for what it says', () => {
  const around = { tree, query, total: 4, selected: ['a', 'b'] };
  expect(requestedReplies('selected', around, 'own')).toEqual({ kind: 'ids', ids: ['a', 'b'] });
  expect(requestedReplies('list', around, 'own')).toEqual({ kind: 'query', query });
  expect(requestedReplies('library', around, 'team')).toEqual({ kind: 'library', libraryId: 'team' });
});
