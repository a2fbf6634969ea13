import { expect, test } from 'vitest';
import { planCategories } from '../../../../src/main/import-export/plan/category-plan.ts';
import type { Category } from '../../../../src/shared/domain/reply.ts';

function category(id: string, name: string, parentId: string | null = null, libraryId = 'lib'): Category {
  return { id, libraryId, parentId, name, color: null, position: 0 };
}

function plan(stored: Category[], parentId: string | null = null, fromFile: Category[] = []) {
  let made = 0;
  return planCategories(stored, 'lib', parentId, fromFile, () => {
    made += 1;
    return `new ${made}`;
  });
}

test('only categories that rows go to are made, with all above them, after their siblings', () => {
  const categories = plan([{ ...category('a', '售前'), position: 4 }]);
  categories.at(['没人去']);
  categories.need(categories.at(['售后', '退货']));
  categories.need(categories.at(['售前', '尺码']));
  expect(categories.missing().map(({ path, made }) => [path, made?.parentId, made?.position])).toEqual([
    [['售后'], null, 6],
    [['售后', '退货'], categories.at(['售后']).id, 0],
    [['售前', '尺码'], 'a', 0],
  ]);
});

test('a path twice is one category, also written in another case, width, script or with wider spaces', () => {
  const categories = plan([]);
  expect(categories.at(['ＶＩＰ客户'])).toBe(categories.at(['vip客戶']));
  expect(plan([category('a', '大  促')]).at(['大 促']).id).toBe('a');
});

test('an empty path is where the import goes', () => {
  expect(plan([]).at([]).id).toBeNull();
  expect(plan([category('a', '旧系统')], 'a').at([]).id).toBe('a');
  expect(plan([category('a', '旧系统')], 'a').at(['', ' ']).id).toBe('a');
});

test('categories of other libraries are not taken', () => {
  const categories = plan([category('a', '售前', null, 'other')]);
  expect(categories.at(['售前']).made).not.toBeNull();
});

test('those of an own export keep id, colour and place, unless the id is taken elsewhere', () => {
  const fromFile = [
    { ...category('x', '一'), color: '#ff0000', position: 7 },
    category('y', '二', 'x'),
    category('taken', '三'),
  ];
  const categories = plan([category('taken', '别处', null, 'other')], null, fromFile);
  for (const { id } of fromFile) categories.need(categories.withFileId(id));
  expect(categories.missing().map(({ made }) => made)).toEqual([
    { ...category('x', '一'), color: '#ff0000', position: 7 },
    category('y', '二', 'x'),
    { ...category('new 1', '三') },
  ]);
  expect(categories.withFileId('unknown').id).toBeNull();
});
