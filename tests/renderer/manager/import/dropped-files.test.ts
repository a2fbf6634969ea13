import { expect, test } from 'vitest';
import {
  dropProblem,
  droppedName,
  maxFileBytes,
} from '../../../../src/renderer/manager/import/dropped-files.ts';

test('files within the limits are sent on', () => {
  expect(dropProblem([{ name: 'a.csv', size: maxFileBytes }])).toBeNull();
});

test('too many, too large and no files at all are told without sending them', () => {
  expect(dropProblem([])).toEqual({ kind: 'nothing-dropped' });
  const many = Array.from({ length: 201 }, (_, index) => ({ name: `${index}.txt`, size: 1 }));
  expect(dropProblem(many)).toEqual({ kind: 'too-many-files' });
  expect(dropProblem([{ name: 'a.csv', size: maxFileBytes + 1 }])).toEqual({
    kind: 'too-large',
    name: 'a.csv',
    limit: maxFileBytes,
  });
});

test('a file of a dropped folder keeps its folders', () => {
  expect(droppedName({ name: 'a.txt', size: 1, path: './phrases/a.txt' })).toBe('phrases/a.txt');
  expect(droppedName({ name: 'a.txt', size: 1, path: '/phrases/a.txt' })).toBe('phrases/a.txt');
  expect(droppedName({ name: 'a.txt', size: 1 })).toBe('a.txt');
});

test('a path that is too long for the wire gives way to the name', () => {
  expect(droppedName({ name: 'a.txt', size: 1, path: `${'x'.repeat(260)}/a.txt` })).toBe('a.txt');
});
