import { expect, test } from 'vitest';
import {
  targetChoices,
  targetOf,
  targetValue,
} from '../../../../src/renderer/manager/import/target-choices.ts';
import { tree } from '../dialogs-gallery/samples.ts';

test('every library and category can be chosen, categories by the path that leads to them', () => {
  const labels = targetChoices(tree, (library) => `${library}（最上层）`).map(({ label }) => label);
  expect(labels).toEqual([
    '个人话术（最上层）',
    '个人话术 › 退换货',
    '个人话术 › 退换货 › 办理步骤',
    '个人话术 › 下单付款',
    '售后三组（最上层）',
    '售后三组 › 投诉安抚',
  ]);
});

test('with one library its name is left out of the paths', () => {
  const one = { ...tree, libraries: tree.libraries.slice(0, 1) };
  expect(targetChoices(one, (library) => library).map(({ label }) => label)).toContain('退换货 › 办理步骤');
});

test('a choice leads back to its target', () => {
  for (const target of [
    { libraryId: 'own', categoryId: null },
    { libraryId: 'own', categoryId: 'steps' },
  ]) {
    expect(targetOf(targetValue(target))).toEqual(target);
  }
});
