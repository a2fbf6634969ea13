import { expect, test } from 'vitest';
import {
  categoryChoices,
  categoryPathOf,
  matchingChoices,
} from '../../../../src/renderer/manager/editor/category-choices.ts';
import { sampleTree } from '../editor-gallery/samples.ts';

const names = (choices: ReturnType<typeof categoryChoices>) => choices.map(({ path }) => path.join('/'));

test('the tree comes in its order, the library itself first', () => {
  expect(names(categoryChoices(sampleTree(), null))).toEqual([
    '',
    '售后',
    '售后/退换货',
    '售后/退换货/办理步骤',
    '发票',
  ]);
});

test('only the places of one library are offered for a stored reply', () => {
  expect(categoryChoices(sampleTree(), 'another')).toEqual([]);
});

test('a category is found by characters, pinyin or initials of any part of its path', () => {
  const choices = categoryChoices(sampleTree(), null);
  expect(names(matchingChoices(choices, '步骤'))).toEqual(['售后/退换货/办理步骤']);
  expect(names(matchingChoices(choices, 'fapiao'))).toEqual(['发票']);
  expect(names(matchingChoices(choices, 'thh'))).toEqual(['售后/退换货', '售后/退换货/办理步骤']);
  expect(names(matchingChoices(choices, 'sh buzhou'))).toEqual(['售后/退换货/办理步骤']);
});

test('a path is told from the root', () => {
  expect(categoryPathOf(sampleTree(), 'c-steps')).toEqual(['售后', '退换货', '办理步骤']);
  expect(categoryPathOf(sampleTree(), null)).toEqual([]);
});
