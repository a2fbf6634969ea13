import { expect, test } from 'vitest';
import { treeCommand, typeahead } from '../../../../src/renderer/manager/tree/tree-keys.ts';
import { indexChildren, visibleNodes } from '../../../../src/renderer/manager/tree/tree-model.ts';
import { sampleTree } from './sample-tree.ts';

const tree = sampleTree();
const nodes = visibleNodes(tree, indexChildren(tree), new Set(['category:returns']));

function press(
  key: string,
  activeKey: string,
  held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', true>> = {},
) {
  const pressed = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
  return treeCommand(pressed, nodes, activeKey, 4);
}

test('arrows, Home, End and pages go through the lines in sight', () => {
  expect(press('ArrowDown', 'all')).toEqual({ kind: 'select', key: 'library:mine' });
  expect(press('ArrowUp', 'all')).toBeNull();
  expect(press('End', 'all')).toEqual({ kind: 'select', key: 'trash' });
  expect(press('Home', 'trash')).toEqual({ kind: 'select', key: 'all' });
  expect(press('PageDown', 'all')).toEqual({ kind: 'select', key: 'category:refunds' });
  expect(press('PageUp', 'library:mine')).toEqual({ kind: 'select', key: 'all' });
});

test('the right arrow opens a closed line and goes into an open one', () => {
  expect(press('ArrowRight', 'category:steps')).toEqual({ kind: 'toggle', key: 'category:steps' });
  expect(press('ArrowRight', 'category:returns')).toEqual({ kind: 'select', key: 'category:steps' });
  expect(press('ArrowRight', 'category:shipping')).toBeNull();
});

test('the left arrow closes an open line and else goes to the one above it', () => {
  expect(press('ArrowLeft', 'category:returns')).toEqual({ kind: 'toggle', key: 'category:returns' });
  expect(press('ArrowLeft', 'category:refunds')).toEqual({ kind: 'select', key: 'category:returns' });
  expect(press('ArrowLeft', 'trash')).toBeNull();
});

test('Ctrl and an arrow move a category, and nothing else', () => {
  expect(press('ArrowUp', 'category:shipping', { ctrlKey: true })).toEqual({ kind: 'move', direction: 'up' });
  expect(press('ArrowLeft', 'category:steps', { ctrlKey: true })).toEqual({ kind: 'move', direction: 'out' });
  expect(press('ArrowUp', 'library:mine', { ctrlKey: true })).toBeNull();
});

test('only categories are renamed and deleted', () => {
  expect(press('F2', 'category:steps')).toEqual({ kind: 'rename' });
  expect(press('Delete', 'category:steps')).toEqual({ kind: 'delete' });
  expect(press('F2', 'library:mine')).toBeNull();
  expect(press('Delete', 'trash')).toBeNull();
});

test('both menu keys open the menu', () => {
  expect(press('ContextMenu', 'category:steps')).toEqual({ kind: 'menu' });
  expect(press('F10', 'category:steps', { shiftKey: true })).toEqual({ kind: 'menu' });
});

const names = ['Alpha', 'Beta', 'Bravo', 'Gamma', '退换货'].map((label) => ({ key: label, label }));

test('typed letters find the next name that begins with them', () => {
  expect(typeahead('b', names, 'Alpha')).toBe('Beta');
  expect(typeahead('br', names, 'Beta')).toBe('Bravo');
  expect(typeahead('退', names, 'Alpha')).toBe('退换货');
  expect(typeahead('x', names, 'Alpha')).toBeNull();
});

test('one letter again and again goes from one to the next and round', () => {
  expect(typeahead('b', names, 'Beta')).toBe('Bravo');
  expect(typeahead('bb', names, 'Bravo')).toBe('Beta');
});
