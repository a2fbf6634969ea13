import { expect, test } from 'vitest';
import {
  categoryPath,
  indexChildren,
  revealed,
  type Toggled,
  toggledWith,
  treeIndent,
  visibleNodes,
} from '../../../../src/renderer/manager/tree/tree-model.ts';
import type { LibraryTree } from '../../../../src/shared/contract/library-calls.ts';
import { sampleTree } from './sample-tree.ts';

const lines = (tree: LibraryTree, toggled: Toggled = new Set()) =>
  visibleNodes(tree, indexChildren(tree), toggled);
const keys = (toggled?: Toggled) => lines(sampleTree(), toggled).map(({ key }) => key);

test('libraries are open at first, categories closed', () => {
  expect(keys()).toEqual([
    'all',
    'library:mine',
    'category:returns',
    'category:shipping',
    'category:invoices',
    'uncategorized:mine',
    'library:team',
    'category:greetings',
    'drafts',
    'trash',
  ]);
});

test('an opened category shows what is below it, at any depth', () => {
  const toggled = new Set(['category:returns', 'category:steps']);
  expect(keys(toggled).slice(2, 7)).toEqual([
    'category:returns',
    'category:steps',
    'category:photos',
    'category:refunds',
    'category:shipping',
  ]);
});

test('a closed library hides its categories', () => {
  expect(keys(new Set(['library:mine']))).not.toContain('category:returns');
});

test('lines tell their level and their place among their siblings', () => {
  const nodes = lines(sampleTree(), new Set(['category:returns']));
  const refunds = nodes.find(({ key }) => key === 'category:refunds');
  expect(refunds).toMatchObject({ level: 3, posInSet: 2, setSize: 2, parentKey: 'category:returns' });
  // Three categories and the entry for replies without one.
  expect(nodes.find(({ key }) => key === 'category:shipping')).toMatchObject({ posInSet: 2, setSize: 4 });
  expect(nodes.find(({ key }) => key === 'trash')).toMatchObject({ level: 1, posInSet: 5, setSize: 5 });
});

test('everything counts the replies of all libraries', () => {
  expect(lines(sampleTree())[0]).toMatchObject({ key: 'all', count: 14 });
});

test('there is no entry for replies without a category where all have one', () => {
  const tree = sampleTree();
  expect(lines({ ...tree, libraries: tree.libraries.slice(1) }).map(({ key }) => key)).not.toContain(
    'uncategorized:team',
  );
});

test('revealing a category opens everything above it, also a closed library', () => {
  const toggled = revealed(new Set(['library:mine']), 'photos', sampleTree());
  expect(keys(toggled)).toContain('category:photos');
});

test('toggling twice changes nothing', () => {
  const once = toggledWith(new Set(), 'category:returns');
  expect(once).toEqual(new Set(['category:returns']));
  expect(toggledWith(once, 'category:returns')).toEqual(new Set());
});

test('the path of a category goes from the outermost to itself', () => {
  expect(categoryPath('photos', sampleTree())).toEqual(['returns', 'steps', 'photos']);
});

test('indentation never takes more than 110 px, however deep a category lies', () => {
  expect([1, 2, 5, 12].map(treeIndent)).toEqual([6, 20, 62, 90]);
  expect(treeIndent(60)).toBeLessThanOrEqual(110);
});
