import { expect, test } from 'vitest';
import {
  categoryChoices,
  categoryPathOf,
  categoryTargets,
  choiceNames,
  matchingChoices,
} from '../../../../src/renderer/manager/library/category-choices.ts';
import { sampleTree } from '../editor-gallery/samples.ts';
import { sampleTree as treeOfTwo } from '../tree/sample-tree.ts';

const names = (choices: ReturnType<typeof categoryChoices>) => choices.map(({ path }) => path.join('/'));

test('the tree comes in its order, the library itself first', () => {
  expect(names(categoryChoices(sampleTree()))).toEqual([
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
  const choices = categoryChoices(sampleTree());
  expect(names(matchingChoices(choices, '步骤'))).toEqual(['售后/退换货/办理步骤']);
  expect(names(matchingChoices(choices, 'fapiao'))).toEqual(['发票']);
  expect(names(matchingChoices(choices, 'thh'))).toEqual(['售后/退换货', '售后/退换货/办理步骤']);
  expect(names(matchingChoices(choices, 'sh buzhou'))).toEqual(['售后/退换货/办理步骤']);
});

const ids = (choices: ReturnType<typeof categoryChoices>) =>
  choices.map(({ libraryId, categoryId }) => categoryId ?? libraryId);

test('replies can go to every library and category, in the order of the tree', () => {
  expect(ids(categoryChoices(treeOfTwo()))).toEqual([
    'mine',
    'returns',
    'steps',
    'photos',
    'refunds',
    'shipping',
    'invoices',
    'team',
    'greetings',
  ]);
});

test('a category can go nowhere below itself and into no other library', () => {
  expect(ids(categoryTargets(treeOfTwo(), 'returns'))).toEqual(['mine', 'shipping', 'invoices']);
});

test('among several libraries the name of the library belongs to the place', () => {
  const choices = categoryChoices(treeOfTwo());
  const [team] = choices.filter(({ categoryId }) => categoryId === 'greetings');
  expect(team && choiceNames(choices)(team)).toEqual([team?.libraryName, ...(team?.path ?? [])]);
  expect(ids(matchingChoices(choices, `${team?.libraryName} ${team?.path[0]}`))).toEqual(['greetings']);
  expect(team && choiceNames([team])(team)).toEqual(team?.path);
});

test('a path is told from the root', () => {
  expect(categoryPathOf(sampleTree(), 'c-steps')).toEqual(['售后', '退换货', '办理步骤']);
  expect(categoryPathOf(sampleTree(), null)).toEqual([]);
});
