import { expect, test } from 'vitest';
import {
  insertionOf,
  matchingSuggestions,
  openPlaceholder,
  suggestionsFor,
} from '../../../../src/renderer/manager/editor/template-suggestions.ts';
import { parseTemplate } from '../../../../src/shared/domain/placeholders.ts';

const all = suggestionsFor(['订单号'], { field: '变量名', choice: '今天|明天' });

test('two braces before the caret open a placeholder', () => {
  expect(openPlaceholder('您好{{订', 5)).toEqual({ range: [2, 5], typed: '订' });
  expect(openPlaceholder('您好{{', 4)).toEqual({ range: [2, 4], typed: '' });
});

test('full-width braces of a Chinese input method open one as well', () => {
  expect(openPlaceholder('您好｛｛日', 5)).toEqual({ range: [2, 5], typed: '日' });
});

test('braces that close right behind the caret are replaced too', () => {
  expect(openPlaceholder('{{da}}，', 4)).toEqual({ range: [0, 6], typed: 'da' });
});

test('behind a finished placeholder, on another line or without braces nothing is open', () => {
  expect(openPlaceholder('{{date}}', 8)).toBeNull();
  expect(openPlaceholder('{{a\nb', 5)).toBeNull();
  expect(openPlaceholder('{a', 2)).toBeNull();
});

test('names that begin with what was typed come first, keywords find the others', () => {
  expect(matchingSuggestions(all, 'da').map(({ name }) => name)).toEqual(['date', 'date+3d']);
  expect(matchingSuggestions(all, '日期').map(({ name }) => name)).toEqual(['date', 'date+3d']);
  expect(matchingSuggestions(all, '订')[0]?.kind).toBe('field');
  expect(matchingSuggestions(all, '没有这个')).toEqual([]);
  expect(matchingSuggestions(all, '')).toHaveLength(all.length);
});

test('whatever is inserted is understood when it is pasted', () => {
  for (const suggestion of all) {
    const [piece, ...more] = parseTemplate(insertionOf(suggestion).text);
    expect(more).toEqual([]);
    expect(piece?.kind).not.toBe('unknown');
    expect(piece?.kind).not.toBe('text');
  }
});

test('what stands for a value of one\u2019s own is selected after inserting', () => {
  const selected = all.map((suggestion) => {
    const { text, select } = insertionOf(suggestion);
    return [suggestion.kind, text.slice(...select)];
  });
  expect(Object.fromEntries(selected)).toMatchObject({
    newField: '变量名',
    choice: '今天|明天',
    dateOffset: '3',
    date: '',
  });
});
